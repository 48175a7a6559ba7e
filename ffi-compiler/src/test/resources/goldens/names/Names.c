#include <stdarg.h>
#include <stddef.h>
#include <string.h>
static int new(int class, int final, int _x) { return class + final + _x; }
static int toString(int hashCode) { return hashCode; }
#ifdef notify
#undef notify
#endif
static void notify(void) {}
#define wait wait_
static int wait(int scratch, const char *result) { return scratch + (int)strlen(result); }
static int unnamed(int a, const char *b, int arg1) { return a + (int)strlen(b) + arg1; }
typedef struct String { int s; } String;
static String *Object(String *String, const char *Pointer) { return Pointer ? String : NULL; }
struct Native { int address; int segment; int string; int getClass; int allocate; int TYPE; int this_; int int_; };
static int Native(struct Native *Native) { return Native->address + Native->segment; }
typedef long long Layout;
static Layout Arena(Layout x, Layout *y) { return x + (y ? *y : 0); }
struct Names { int Names; };
static int Names(struct Names *Names) { return Names->Names; }
#define public 3
#define Reference 4
#define Checked 5
static int Reference_of(const char *scratch, void *r, short c) { return (int)strlen(scratch) + (r != NULL) + c; }
struct fields { int default_; int case_; int value; int offset_value; int TYPE_; int size_value; int equals; int Native; struct Names LAYOUT; };
static int of_fields(struct fields *f) { return f->value + f->offset_value + f->LAYOUT.Names; }
struct Thread { int id; };
static int Thread_id(struct Thread *t) { return t->id; }
struct Long { int l; };
static int Long_l(struct Long *Long, short l) { return Long->l + l; }
static int ffi_layout(void) { return 12; }
static int native(int native) { return native; }
static int a_b(void) { return 1; }
static int a(void) { return 2; }
enum { node, leaf };
struct node { int left; };
typedef enum { protected, volatile_ } synchronized;
static synchronized same_enum(synchronized package) { return package; }
typedef int LAYOUT;
static LAYOUT same_layout(LAYOUT x) { return x; }
struct record { int var; };
struct Record { int yield; };
typedef struct { int sealed; } permits;
static int same_records(struct record *record, struct Record *r, permits *p) {
    return record->var == r->yield && r->yield == p->sealed;
}
static int x0(int env) { return env + 1; }
static int v(int self) { return self + 2; }
typedef int slot;
typedef int result;
typedef struct { int i; } n;
typedef struct { int i; } values;
static values each(values (*callback)(slot, n *p, n f, result), slot i) { n it = { i }; return callback(i, &it, it, i); }
struct p { slot slot; n *f; };
typedef void visit(int object);
static void collect(visit *mark, const char *name) { mark((int)strlen(name)); }
static struct Names made(visit *result) {
    struct Names names = { 3 };
    result(names.Names);
    return names;
}
static int logged(visit *more, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int first = va_arg(arguments, int);
    va_end(arguments);
    more(first);
    return first + (int)strlen(format);
}
struct java { int util; };
static int version(struct java *java) { return java->util; }
