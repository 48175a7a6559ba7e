package io.github.cffi4j.benchmark.generator;

/**
 * Cdefs of any size, like those of large C libraries: 222 characters for each function and its share of structs, handles,
 * enums, constants and callbacks. A cdef is its own header: each is C as it stands.
 */
final class SyntheticCdef {
    private static final int FUNCTIONS_OF_A_GROUP = 10;

    private SyntheticCdef() {}

    /**
     * @param functions how many; a multiple of 10
     */
    static String of(int functions) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < functions / FUNCTIONS_OF_A_GROUP; i++) {
            text.append(GROUP.replace("$", String.valueOf(i)));
        }
        return text.toString();
    }

    private static final String GROUP = """
            /* Group $: a handle, a record, flags, and what is done with them. */
            typedef struct session$ session$;
            struct record$ {
                unsigned int identifier;
                double weight, values[4];
                const char *title;
                struct record$ *next;
                unsigned char ready : 1, failed : 1;
            };
            enum state$ { STATE$_IDLE, STATE$_RUNNING, STATE$_STOPPED = 8, STATE$_FAILED = STATE$_STOPPED << 1 };
            #define LIBRARY$_VERSION_NUMBER 0x010203
            #define LIBRARY$_FLAG_RECURSIVE 0x10
            typedef int (*visitor$)(const struct record$ *record, void *state);
            typedef unsigned long long ticks$;

            /* Opens a session; NULL if there is no memory for it. */
            session$ *library$_session_open(const char *name, unsigned int flags, enum state$ initial);
            /* Closes a session and all that belongs to it; NULL is allowed. */
            void library$_session_close(session$ *session);
            /* Copies a record into the session. Returns 0, or the number of an error. */
            int library$_session_add(session$ *session, const struct record$ *record, struct record$ **stored);
            /* Finds a record by its identifier. Returns 0 where there is none. */
            int library$_session_find(session$ *session, unsigned int identifier, struct record$ *found);
            /* Calls the visitor for each record until it returns something else than 0. */
            int library$_session_visit(session$ *session, visitor$ visit, void *state, unsigned int limit);
            /* Writes at an offset. Returns the number of bytes written, or -1. */
            long long library$_session_write(session$ *session, const void *buffer, size_t length, long long offset);
            /* Reads from an offset. Returns the number of bytes read, or -1. */
            long long library$_session_read(session$ *session, void *buffer, size_t length, long long offset);
            /* The distance of two records, at least the tolerance. */
            double library$_record_distance(struct record$ first, struct record$ second, double tolerance);
            /* The time spent since a moment, in units of the resolution. */
            ticks$ library$_session_ticks(const session$ *session, int64_t since, uint32_t resolution, _Bool absolute);
            /* What the session does, with a message if that is waiting for somebody. */
            enum state$ library$_session_state(const session$ *session, const char **message, int *code, float *progress);

            """;
}
