/** What every program costs. */
final class Empty {
    public static void main(String[] arguments) {}
}
