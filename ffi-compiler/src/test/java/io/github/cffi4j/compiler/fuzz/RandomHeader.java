package io.github.cffi4j.compiler.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes headers as libraries have them, by C's grammar and beyond what a cdef can say: macros of all kinds, comments, attributes,
 * inline functions, conditions. Every one is C that a compiler takes.
 */
public final class RandomHeader {
    /** Lines in which N stands for a new name, T for a type by value, I for an integer type, and E for a number. */
    private static final List<String> FORMS = List.of(
            "int N(int a, T b);",
            "T N(void);",
            "T *N(const T *a, T **b);",
            "void N();",
            "extern int N(const char *format, ...) __attribute__((format(printf, 1, 2)));",
            "static inline int N(int a) { return a + E; }",
            "static __inline__ __attribute__((always_inline)) I N(I a, I b) { I c[2] = {a, b}; return c[E & 1]; }",
            "__attribute__((noreturn)) void N(int code);",
            "_Noreturn void N(void);",
            "int N(void) __attribute__((deprecated(\"use \\\"another\\\"\")));",
            "__attribute__((deprecated)) I N(I a);",
            "__attribute__((visibility(\"default\"), pure, nonnull(1))) int N(const void *a);",
            "int N(void) __asm__(\"N_renamed\");",
            "__extension__ long long N(long long a);",
            "int N(int a[static 3], const int b[], int c[2][3]);",
            "int N(int n, int a[n]);",
            "int N(char *restrict a, const char *__restrict b);",
            "int N(register int a, const int b, volatile int *c);",
            "void (*N(int a, void (*b)(int c)))(int d);",
            "int (*(*N(void))[E])(I a);",
            "int N(int (*callback)(void *user, T value), void *user);",
            "int N(int (callback)(I), void user(void));",
            "typedef int N(int a, I b);\nN N_one;\nextern N N_two, *N_three;",
            "typedef int (*N)(struct N_s *self, I e);",
            "typedef struct N N;\nstruct N { N *next; int (*run)(N *self); };\nint N_use(N *a);",
            "typedef struct { int x; struct { I y; union { T z; char bytes[E]; }; } inner; } N;\nN N_by_value(N a);",
            "typedef struct N_s { int a : 3, : 0, b : 5; unsigned long long c : 33; } N;",
            "struct N { char a; int b; } __attribute__((packed));\nint N_use(struct N *a);",
            "struct N { _Alignas(16) char a; };\nvoid N_use(struct N *a);",
            "#pragma pack(push, 1)\ntypedef struct { char a; I b; } N;\n#pragma pack(pop)",
            "struct N { int n; I rest[]; };\nstruct N *N_make(int n);",
            "struct N { enum { N_A, N_B = E } kind; struct N_t { int x; } *t; };",
            "union N { T a; double b; char c[E]; };\nvoid N_use(union N *a);",
            "enum N { N_A = -E, N_B, N_C = N_B << 2, N_D = 0x7fffffff };\nenum N N_get(void);",
            "enum { N_A = sizeof(T), N_B = 'x', N_C = 1 ? E : 2 };",
            "typedef enum N { N_A = 1u << 31, N_B } N;",
            "typedef I N, *N_pointer, N_array[E];\nvoid N_use(N a, N_pointer b, N_array c);",
            "typedef const char *const N;\nextern N N_global;",
            "extern const int N;",
            "extern T N[E];",
            "extern const char *const N[];",
            "extern _Thread_local int N;",
            "static const int N = E;",
            "static const double N[2] = {1.5, 2.5};",
            "_Bool N(_Bool a);",
            "float _Complex N(float _Complex a);",
            "__int128 N(__int128 a);",
            "_Atomic int *N(_Atomic(int) *a);",
            "typedef float N __attribute__((vector_size(16)));\nN N_add(N a, N b);",
            "int N(__builtin_va_list a);",
            "long double N(long double a);",
            "_Static_assert(sizeof(T) >= 1, \"N\");",
            "#define N E",
            "#define N (E + 0x10u)",
            "#define N ((I)E)",
            "#define N (~0)",
            "#define N 0x8000000000000000ULL",
            "#define N -1.5f",
            "#define N 1e300",
            "#define N \"text \\\"N\\\" \\n */ // \"",
            "#define N L\"wide\"",
            "#define N 'c'",
            "#define N ((void *)E)",
            "#define N ((const char *)0)",
            "#define N sizeof(T)",
            "#define N T",
            "#define N",
            "#define N(a) ((a) + E)",
            "#define N(a, ...) N_f(a, __VA_ARGS__)",
            "#define N do { int x; } while (0)",
            "#define N {",
            "#define N }",
            "#define N );",
            "#define N __attribute__((unused))",
            "#define N extern \"C\" {",
            "#define N #",
            "#define N N_f\nint N_f(I a);",
            "#define N undeclared_N",
            "#define N (&N_v)\nextern int N_v;",
            "#define N N_A\n#define N_A E",
            "#define N 1\n#undef N",
            "#define N 1\n#undef N\n#define N 2",
            "int N_f(int a);\n#define N_f(a) N_f((a) + 1)",
            "#ifdef _WIN32\nint N(int a);\n#else\nint N(long a, int b);\n#endif",
            "#if defined(__APPLE__)\ntypedef int N;\n#else\ntypedef long N;\n#endif\nN N_use(N a);",
            "#ifdef _WIN32\nstruct N { void *handle; };\n#else\nstruct N { int fd; };\n#endif\nint N_open(struct N *a);",
            "#ifdef __linux__\n#define N 3\n#else\n#define N \"three\"\n#endif",
            "#ifdef __linux__\nenum N { N_A = 1 };\n#else\nenum N { N_A = 2 };\n#endif\nenum N N_get(void);",
            "#ifdef _WIN32\nint __stdcall N(int a);\n#else\nint N(int a);\n#endif",
            "int N(int);\nint N(int a);\nextern int N(int value);",
            "struct N_later;\nint N(struct N_later *a);\nstruct N_later { int x; };",
            "int N(struct N_never *a);",
            "int class_N(int class, int final, int _, int record);",
            "struct N { int class; int *new; I hashCode; };\nint N_use(struct N *a);",
            "int Nμέγεθος(int ü);",
            "int N$dollar(int a);");

    private static final List<String> COMMENTS = List.of(
            "/** Opens N. @param a what ever @return <b>nothing</b> & more */\n",
            "/*! \\brief N \\deprecated {@code x} \\u002a/ */\n",
            "/* plain * / */\n",
            "// one line */ of \\\\ text\n",
            "/**\n * A list:\n * - one\n *   @code if (a < b) { } @endcode\n **/\n",
            "/*************\n *  HEADING  *\n *************/\n",
            "///< behind\n",
            "/** @{ */\n");

    private static final List<String> TYPES = List.of(
            "int", "unsigned char", "double", "float", "void *", "const char *", "size_t", "uint64_t", "short", "long");
    private static final List<String> INTEGERS =
            List.of("int", "unsigned", "signed char", "long", "unsigned long long", "uint8_t", "int32_t", "ptrdiff_t");

    private final Chance chance;
    private final RandomCdef cdef;
    private final List<String> declared = new ArrayList<>();
    private int names;

    public RandomHeader(long seed) {
        this.chance = new Chance(seed);
        this.cdef = new RandomCdef(seed, false);
    }

    /** A header of some declarations. */
    public String write(int declarations) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < declarations; i++) {
            if (chance.oneIn(3)) {
                text.append(cdef.write(1));
                continue;
            }
            String name = "h" + names++ + "_";
            if (chance.oneIn(3)) {
                text.append(chance.pick(COMMENTS).replace("N", name));
            }
            text.append(fill(chance.pick(FORMS), name));
            text.append(chance.oneIn(8) ? " /**< about " + name + " */\n" : "\n");
        }
        return text.toString();
    }

    private String fill(String form, String name) {
        String type = declared.isEmpty() || chance.oneIn(2) ? chance.pick(TYPES) : chance.pick(declared);
        String filled = form.replaceAll("(?<![A-Za-z_])N(?=_?[^a-z]|_[a-z]|$)", name)
                .replaceAll("\\bT\\b", type)
                .replaceAll("\\bI\\b", chance.pick(INTEGERS))
                .replaceAll("\\bE\\b", String.valueOf(1 + chance.below(60)));
        if (form.startsWith("typedef struct N N;") || form.contains("} N;\nN N_by_value")) {
            declared.add(name);
        }
        return filled;
    }
}
