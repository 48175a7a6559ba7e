package golden;

import static golden.Errors.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        System.out.println(errno());
        System.out.println(parse("99999999999999999999") == Long.MAX_VALUE);
        System.out.println(errno() == ERANGE);
        errno(0);
        System.out.println(parse("12") + " " + errno());
        errno(7);
        System.out.println(number() + " " + fail(8) + " " + errno());
        System.out.println(failing().call(9) + " " + errno());
        System.out.println(failed_pair(10) + " " + errno());
        System.out.println(failed_in_many(11, "more") + " " + errno());
        int result = retried(n -> {
            int seen = errno();
            clear();
            errno(33);
            return seen;
        });
        System.out.println(result + " " + errno());
        on_failure = () -> errno();
        System.out.println(fire(5) + " " + errno());
    }
}
