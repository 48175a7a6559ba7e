/* What the cdefs in cpp-claims.txt are wrong about. */
class registry {
public:
    int size() const { return 0; }
};
int twice(int n);
int area(int width, int height);
double area(double radius);
struct pair { int first; double second; int *rest; };
struct tight { char c; int i; } __attribute__((packed));
enum color { RED, GREEN = 5 };
constexpr int answer() { return 43; }
#define ANSWER answer()
extern int counter;
extern const char *greeting;
void visit(int (*visitor)(int, void *), void *state);
