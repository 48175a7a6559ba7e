static int read_at(const int *p) {
    return *p + 1;
}

static int crash(long address) {
    return read_at((const int *)address) * 3;
}
