package org.example.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.example.zmq.Zmq.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends and receives, through the cdef of pyzmq. Its constants come from elsewhere, so they are here. */
class ZmqRealTest {
    private static final int PAIR = 0;
    private static final int TYPE = 16;
    private static final short POLLIN = 1;

    private final Arena arena = Arena.open();
    private final Pointer context = zmq_ctx_new();
    private final Pointer left = zmq_socket(context, PAIR);
    private final Pointer right = zmq_socket(context, PAIR);

    @BeforeEach
    void connect() {
        assertThat(zmq_bind(left, "inproc://pair")).isZero();
        assertThat(zmq_connect(right, "inproc://pair")).isZero();
    }

    @AfterEach
    void close() {
        zmq_close(left);
        zmq_close(right);
        zmq_ctx_destroy(context);
        arena.close();
    }

    @Test
    void aMessageArrives() {
        send(left, "hello, Ätna");

        zmq_pollitem_t item = zmq_pollitem_t.allocate(arena).socket(right).events(POLLIN);
        assertThat(zmq_poll(item, 1, -1)).isOne();
        assertThat(item.revents()).isEqualTo(POLLIN);

        zmq_msg_t message = zmq_msg_t.allocate(arena);
        zmq_msg_init(message);
        assertThat(zmq_msg_recv(message, right, 0)).isEqualTo(12);
        assertThat(zmq_msg_size(message)).isEqualTo(12);
        byte[] data = BytePointer.at(zmq_msg_data(message)).toArray(12);
        assertThat(new String(data, StandardCharsets.UTF_8)).isEqualTo("hello, Ätna");
        zmq_msg_close(message);
    }

    @Test
    void aMessageArrivesInABuffer() {
        send(right, "back");

        BytePointer buffer = BytePointer.allocate(arena, 16);
        assertThat(zmq_recv(left, buffer, 16, 0)).isEqualTo(4);
        assertThat(buffer.string()).isEqualTo("back");
    }

    @Test
    void optionsAndErrors() {
        IntPointer type = IntPointer.allocate(arena).set(-1);
        size_t size = size_t.allocate(arena);
        size.set(Integer.BYTES);
        assertThat(zmq_getsockopt(left, TYPE, type, size)).isZero();
        assertThat(type.get()).isEqualTo(PAIR);

        assertThat(zmq_bind(right, "inproc://pair")).isEqualTo(-1);
        assertThat(zmq_strerror(zmq_errno()).string()).isEqualTo("Address already in use");
        assertThat(zmq_has("ipc")).isOne();
        assertThat(zmq_has("nonsense")).isZero();
    }

    @Test
    void whatIsAMacroInPyzmqsHeadersIsCalledToo() {
        assertThat(zmq_poller_new()).isNull();
        assertThat(zmq_poller_add(null, null, null, 0)).isEqualTo(-1);
    }

    private void send(Pointer socket, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        zmq_msg_t message = zmq_msg_t.allocate(arena);
        assertThat(zmq_msg_init_size(message, bytes.length)).isZero();
        memcpy(zmq_msg_data(message), BytePointer.of(arena, bytes), bytes.length);
        assertThat(zmq_msg_send(message, socket, 0)).isEqualTo(bytes.length);
    }
}
