#define _GNU_SOURCE
#include <signal.h>
#include <time.h>

static void on_timer(union sigval value);

static void notify_on_timer(struct sigevent *event) {
    event->sigev_notify = SIGEV_THREAD;
    event->sigev_notify_function = on_timer;
}
