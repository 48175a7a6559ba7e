#include <stdlib.h>
struct node {
    int value;
    char name[8];
    struct node *next;
    const char *text;
    struct { short low, high; } range;
    struct node *others[2];
    double weights[2];
};
static struct node ring = { 1, "one", &ring, "text", { 2, 3 }, { &ring, 0 }, { 4, 5 } };
static struct node *nodes_ring(void) { return &ring; }
/* Kept, so that a leak checker finds what nobody frees. */
static struct node *list;
static struct node *nodes_list(int length) {
    list = 0;
    while (length--) {
        struct node *first = calloc(1, sizeof *first);
        first->value = length;
        first->next = list;
        list = first;
    }
    return list;
}
static struct node dangling = { 1, { 'f', 'u', 'l', 'l', 'n', 'a', 'm', 'e' }, (struct node *)(size_t)8, (const char *)(size_t)16, { 0, 0 }, { (struct node *)(size_t)8, 0 }, { 0, 0 } };
static struct node *nodes_dangling(void) { return &dangling; }
static int node_value(struct node n) { return n.value; }
struct packet { int length; short data[0]; };
/* Kept, too; compilers drop a variable that nobody reads. */
static struct packet *volatile packet;
static struct packet *packet_new(int length) {
    struct packet *p = packet = malloc(sizeof *p + length * sizeof(short));
    p->length = length;
    for (int i = 0; i < length; i++) p->data[i] = (short)(i * i);
    return p;
}
const int node_table[3] = { 1, 2, 3 };
const char node_names[2][4] = { "one", "two" };
int node_numbers[3] = { 1, 2, 3 };
