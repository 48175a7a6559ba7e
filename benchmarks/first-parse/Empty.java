/** The costs of any program. */
final class Empty {
    public static void main(String[] arguments) {}
}
