package ${package};

import static ${package}.Hello.HELLO_LONGEST;
import static ${package}.Hello.hello_greet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ${package}.Hello.hello_greeting;
import org.junit.jupiter.api.Test;

class HelloTest {
    private final hello_greeting greeting = hello_greeting.allocate();

    @Test
    void cGreets() {
        assertEquals(1, hello_greet("world", greeting));
        assertEquals("Hello, world", greeting.text().string());
        assertEquals(12, greeting.length());
    }

    @Test
    void longNamesAreRefused() {
        assertEquals(0, hello_greet("x".repeat(HELLO_LONGEST), greeting));
    }
}
