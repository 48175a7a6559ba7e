#ifdef _WIN32
#include <winsock2.h>
#include <windows.h>
#endif
#include <errno.h>
#include <stdlib.h>

static int fail(int with) { errno = with; return -1; }
static int fail_quickly(int with) { errno = with; return -1; }
static int seen(void) { return errno; }
static int seen_quickly(void) { return errno; }
static const char *fail_with_text(int with) { errno = with; return "failed"; }
struct failure { int number; long detail; };
static struct failure fail_with_struct(int with) { errno = with; return (struct failure){ with, -1 }; }
static void fail_without_result(int with) { errno = with; }
static int fail_with_arguments(int with, ...) { errno = with; return -1; }
static long parse(const char *text) { return strtol(text, 0, 10); }

typedef int (*attempt)(int n);
static attempt failing(void) { return fail; }
/* What the callback gave, and the errno that it left. */
static int retry(attempt code, int with) {
    errno = with;
    int result = code(with);
    return result * 1000 + errno;
}

struct job { attempt code; int with, result; };
#ifdef _WIN32
static DWORD WINAPI work(void *arg) {
    struct job *job = arg;
    job->result = retry(job->code, job->with);
    return 0;
}
static int retry_on_thread(attempt code, int with) {
    struct job job = { code, with, 0 };
    HANDLE thread = CreateThread(0, 0, work, &job, 0, 0);
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
    return job.result;
}
#else
#include <pthread.h>
static void *work(void *arg) {
    struct job *job = arg;
    job->result = retry(job->code, job->with);
    return 0;
}
static int retry_on_thread(attempt code, int with) {
    struct job job = { code, with, 0 };
    pthread_t thread;
    pthread_create(&thread, 0, work, &job);
    pthread_join(thread, 0);
    return job.result;
}
#endif

static int on_failure(int n);
static int fire(int with) {
    errno = with;
    int result = on_failure(with);
    return result * 1000 + errno;
}

#ifdef _WIN32
static int fail_last(unsigned long with) { SetLastError(with); return -1; }
static int fail_last_quickly(unsigned long with) { SetLastError(with); return -1; }
static unsigned long seen_last(void) { return GetLastError(); }
static unsigned long seen_last_quickly(void) { return GetLastError(); }
static int fail_both(int with, unsigned long with_last) { errno = with; SetLastError(with_last); return -1; }
static int open_missing(void) {
    return CreateFileA("there-is-no-such-file", GENERIC_READ, 0, 0, OPEN_EXISTING, 0, 0) == INVALID_HANDLE_VALUE ? -1 : 0;
}
/* What the callback gave, and the last error that it left. */
static unsigned long long retry_last(attempt code, unsigned long with) {
    SetLastError(with);
    unsigned long long result = code((int)with);
    return result * 1000 + GetLastError();
}
struct last_job { attempt code; unsigned long with; unsigned long long result; };
static DWORD WINAPI last_work(void *arg) {
    struct last_job *job = arg;
    job->result = retry_last(job->code, job->with);
    return 0;
}
static unsigned long long retry_last_on_thread(attempt code, unsigned long with) {
    struct last_job job = { code, with, 0 };
    HANDLE thread = CreateThread(0, 0, last_work, &job, 0, 0);
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
    return job.result;
}
static unsigned long long fire_last(unsigned long with) {
    SetLastError(with);
    unsigned long long result = on_failure((int)with);
    return result * 1000 + GetLastError();
}
#endif
