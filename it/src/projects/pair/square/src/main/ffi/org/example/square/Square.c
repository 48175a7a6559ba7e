static double square_area(double size) {
    return size * size;
}
