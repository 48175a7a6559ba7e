static double circle_area(double size) {
    return 3.14159265358979 * size * size;
}
