#include "probe.h"
#include <stdio.h>

static _Thread_local int counter = 40;
static _Thread_local char zeroed[3000];
static int seen[2];

static void count(int thread) {
    counter += 2 + thread;
    zeroed[2999]++;
    seen[thread] = counter * 10 + zeroed[2999];
}

#ifdef _WIN32
#include <windows.h>
static DWORD WINAPI run(void *unused) {
    count(1);
    return 0;
}
static void other_thread(void) {
    HANDLE thread = CreateThread(0, 0, run, 0, 0, 0);
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
}
#else
#include <pthread.h>
static void *run(void *unused) {
    count(1);
    return 0;
}
static void other_thread(void) {
    pthread_t thread;
    pthread_create(&thread, 0, run, 0);
    pthread_join(thread, 0);
}
#endif

int probe(char *out, int size) {
    count(0);
    other_thread();
    count(0);
    snprintf(out, size, "%d %d\n", seen[0], seen[1]);
    return 0;
}
