package io.github.cffi4j.compiler.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers that declare what C and POSIX have: of a name that is missing, an author is told which to include. */
final class StandardHeaders {
    private static final Pattern NAME = Pattern.compile("'(?:\\w+ )?(\\w+)' is not .*");

    private static final Map<String, String> HEADERS = read("""
            assert.h: assert
            complex.h: cabs carg cexp clog conj cpow creal cimag csin ccos ctan csqrt cproj
            ctype.h: isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit tolower toupper
            dirent.h: opendir readdir closedir rewinddir DIR dirent
            dlfcn.h: dlopen dlsym dlclose dlerror RTLD_LAZY RTLD_NOW RTLD_GLOBAL RTLD_LOCAL
            errno.h: errno E2BIG EACCES EAGAIN EBADF EBUSY EDOM EEXIST EFAULT EFBIG EINTR EINVAL EIO EISDIR EMFILE ENFILE ENODEV
             ENOENT ENOEXEC ENOMEM ENOSPC ENOSYS ENOTDIR ENOTEMPTY ENOTSUP EPERM EPIPE ERANGE EROFS ESPIPE ESRCH ETIMEDOUT
             EWOULDBLOCK ECONNREFUSED ECONNRESET EADDRINUSE EILSEQ EOVERFLOW
            fcntl.h: open creat fcntl O_RDONLY O_WRONLY O_RDWR O_CREAT O_EXCL O_TRUNC O_APPEND O_NONBLOCK
            inttypes.h: imaxabs strtoimax strtoumax
            limits.h: CHAR_BIT CHAR_MAX CHAR_MIN INT_MAX INT_MIN LONG_MAX LONG_MIN LLONG_MAX LLONG_MIN SCHAR_MAX SCHAR_MIN
             SHRT_MAX SHRT_MIN UCHAR_MAX UINT_MAX ULLONG_MAX ULONG_MAX USHRT_MAX PATH_MAX
            locale.h: setlocale localeconv lconv LC_ALL LC_COLLATE LC_CTYPE LC_MONETARY LC_NUMERIC LC_TIME
            math.h: acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 expm1 fabs fdim floor fma
             fmax fmin fmod frexp hypot ilogb ldexp lgamma llrint llround log log10 log1p log2 logb lrint lround modf nan nearbyint
             nextafter pow remainder rint round scalbn sin sinf sinh sqrt sqrtf cosf tan tanh tgamma trunc isnan isinf isfinite
             signbit HUGE_VAL INFINITY NAN M_PI M_E
            netdb.h: getaddrinfo freeaddrinfo getnameinfo gethostbyname addrinfo
            poll.h: poll pollfd POLLIN POLLOUT
            pthread.h: pthread_create pthread_join pthread_self pthread_mutex_lock pthread_mutex_unlock pthread_t
            pwd.h: getpwnam getpwuid getpwent passwd
            grp.h: getgrnam getgrgid group
            setjmp.h: setjmp longjmp jmp_buf
            signal.h: signal raise kill sigaction SIGABRT SIGFPE SIGILL SIGINT SIGSEGV SIGTERM SIGKILL SIGHUP SIGPIPE SIGCHLD
            stddef.h: offsetof max_align_t
            stdint.h: INT8_MAX INT16_MAX INT32_MAX INT64_MAX UINT8_MAX UINT16_MAX UINT32_MAX UINT64_MAX SIZE_MAX INTPTR_MAX UINTPTR_MAX
            stdio.h: BUFSIZ EOF FILENAME_MAX SEEK_CUR SEEK_END SEEK_SET clearerr fclose fdopen feof ferror fflush fgetc fgetpos fgets
             fileno fopen fprintf fputc fputs fread freopen fscanf fseek fsetpos ftell fwrite getc getchar getline pclose perror popen
             printf putc putchar puts remove rename rewind scanf setbuf setvbuf snprintf sprintf sscanf stderr stdin stdout tmpfile
             tmpnam ungetc vfprintf vprintf vsnprintf vsprintf
            stdlib.h: EXIT_FAILURE EXIT_SUCCESS RAND_MAX MB_CUR_MAX abort abs aligned_alloc atexit atof atoi atol atoll bsearch calloc
             div exit free getenv labs ldiv llabs malloc mbstowcs mbtowc mkstemp posix_memalign putenv qsort quick_exit rand random
             realloc realpath setenv srand srandom strtod strtof strtol strtold strtoll strtoul strtoull system unsetenv wcstombs wctomb
            string.h: memchr memcmp memcpy memmem memmove memset strcasestr strcat strchr strcmp strcoll strcpy strcspn strdup strerror
             strlen strncat strncmp strncpy strndup strnlen strpbrk strrchr strsep strsignal strspn strstr strtok strtok_r strxfrm
            strings.h: strcasecmp strncasecmp ffs
            sys/ioctl.h: ioctl
            sys/mman.h: mmap munmap mprotect msync PROT_READ PROT_WRITE PROT_EXEC PROT_NONE MAP_SHARED MAP_PRIVATE MAP_FAILED
            sys/resource.h: getrlimit setrlimit getrusage rlimit rusage
            sys/select.h: select
            sys/socket.h: accept bind connect getpeername getsockname getsockopt listen recv recvfrom send sendto setsockopt shutdown
             socket socketpair sockaddr AF_INET AF_INET6 AF_UNIX SOCK_STREAM SOCK_DGRAM SOL_SOCKET
            sys/stat.h: stat fstat lstat mkdir chmod umask S_ISDIR S_ISREG S_IFMT
            sys/time.h: gettimeofday timeval
            sys/utsname.h: uname utsname
            sys/wait.h: wait waitpid
            termios.h: tcgetattr tcsetattr termios
            time.h: CLOCKS_PER_SEC CLOCK_REALTIME CLOCK_MONOTONIC asctime clock clock_gettime ctime difftime gmtime gmtime_r localtime
             localtime_r mktime nanosleep strftime time timespec_get tm timespec time_t
            uchar.h: c16rtomb c32rtomb mbrtoc16 mbrtoc32
            unistd.h: access alarm chdir close dup dup2 execv execve fork fsync ftruncate getcwd getegid geteuid getgid gethostname getpid
             getppid getuid isatty link lseek pause pipe read readlink rmdir setsid sleep symlink sysconf ttyname unlink usleep write
             STDIN_FILENO STDOUT_FILENO STDERR_FILENO R_OK W_OK X_OK F_OK environ
            wchar.h: fgetwc fputwc mbrtowc swprintf vswprintf wcrtomb wcscat wcschr wcscmp wcscpy wcslen wcsncmp wcsncpy wcsrchr wcsstr
             wcstod wcstol wcstoul wmemcpy wmemset wprintf WEOF
            windows.h: GetLastError SetLastError GetCurrentProcessId GetCurrentThreadId GetTickCount GetTickCount64 Sleep LoadLibraryA
             LoadLibraryW GetProcAddress CreateFileA CreateFileW ReadFile WriteFile CloseHandle GetModuleHandleA GetModuleHandleW
            """);

    private StandardHeaders() {}

    /** The name that a message says is missing. */
    static Optional<String> missing(String message) {
        Matcher matcher = NAME.matcher(message);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The header, in angle brackets, of the name that a message says is missing. */
    static Optional<String> declaring(String message) {
        return missing(message).map(HEADERS::get).map(header -> "<" + header + ">");
    }

    private static Map<String, String> read(String table) {
        Map<String, String> headers = new HashMap<>();
        String header = "";
        for (String line : table.lines().toList()) {
            String names = line;
            if (!line.startsWith(" ")) {
                header = line.substring(0, line.indexOf(':'));
                names = line.substring(line.indexOf(':') + 1);
            }
            for (String name : Arrays.asList(names.strip().split(" +"))) {
                headers.put(name, header);
            }
        }
        return Map.copyOf(headers);
    }
}
