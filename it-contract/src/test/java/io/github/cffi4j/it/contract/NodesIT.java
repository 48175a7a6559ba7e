package io.github.cffi4j.it.contract;

import static io.github.cffi4j.it.contract.Nodes.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.it.contract.Nodes.node;
import io.github.cffi4j.it.contract.Nodes.packet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The text of structs, which debuggers ask for; structs by value; arrays of C's that are {@code const}. */
class NodesIT {
    /** Elsewhere nobody knows whether C's memory is there. */
    /** Wine has the file, but Java for Windows does not ask for it. */
    private static final boolean HAS_MAP = !ManyCallbacksIT.WINDOWS && Files.exists(Path.of("/proc/self/maps"));

    @Test
    @DisplayName("toString shows fields, and pointers as addresses (fault 7)")
    void toStringFollowsNoPointer() {
        node own = node.allocate().value(7).next(node.allocate());
        own.name().setAll((byte) 'n', (byte) 'o');
        own.range().low((short) -1);
        own.others().set(1, own);

        assertThat(own.toString())
                .matches("node\\{value=7, name=\"no\", next=node@0x[0-9a-f]+, text=null,"
                        + " range=node_range\\{low=-1, high=0}, others=Ref<node>@0x[0-9a-f]+,"
                        + " weights=DoublePointer@0x[0-9a-f]+}");
    }

    @Test
    @DisplayName("rings, long lists and pointers to nowhere are harmless (fault 7)")
    void toStringOfWhatCMade() {
        if (HAS_MAP) {
            assertThat(nodes_ring()).asString().startsWith("node{value=1, name=\"one\", next=node@0x");
            assertThat(nodes_list(20_000)).asString().startsWith("node{value=0, name=\"\", next=node@0x");
            assertThat(nodes_dangling())
                    .asString()
                    .startsWith("node{value=1, name=\"fullname\", next=node@0x8, text=BytePointer@0x10");
        } else {
            assertThat(nodes_ring()).asString().matches("node@0x[0-9a-f]+");
        }
        assertThat(nodes_dangling().next()).hasToString("node@0x8");
        assertThat(node.at(Pointer.ofAddress(64))).hasToString("node@0x40");
        assertThat(node.at(Pointer.ofAddress(64)).get(1).toString()).matches("node@0x[0-9a-f]+");
    }

    @Test
    @DisplayName("toString never throws (fault 7)")
    void toStringOfWhatIsGone() {
        Arena arena = Arena.open();
        node gone = node.allocate(arena);
        node inner = node.at(gone.asBytes());
        String elsewhere = CompletableFuture.supplyAsync(gone::toString).join();
        arena.close();

        assertThat(elsewhere).matches("node@0x[0-9a-f]+ \\(this memory is from an arena of thread .*");
        assertThat(gone.toString()).matches("node@0x[0-9a-f]+ \\(this memory is gone: its arena was closed\\)");
        assertThat(inner.toString()).contains("its arena was closed");
        assertThat(node.at(BytePointer.allocate(4)).toString())
                .startsWith("node@0x")
                .contains("lie outside of the 4 bytes");
        assertThat(node.at(BytePointer.allocate(0)).toString()).startsWith("node@0x");
    }

    @Test
    @DisplayName("a struct by value must be there as a whole (fault 17)")
    void structsByValueAreChecked() {
        assertThat(node_value(node.allocate().value(5))).isEqualTo(5);
        assertThatThrownBy(() -> node_value(node.at(BytePointer.allocate(4))))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("node_value: parameter 'n' is passed by value and takes " + node.sizeof
                        + " bytes; its memory has 4");
        assertThatThrownBy(() -> node_value(node.TYPE.plus(node.allocate(), 1)))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(node_value(nodes_ring())).isEqualTo(1);
    }

    @Test
    @DisplayName("C's constant arrays refuse to be written (fault 17)")
    void constantArraysAreReadOnly() {
        assertThat(node_table().toArray(3)).containsExactly(1, 2, 3);
        assertThat(node_names().string()).isEqualTo("one");
        assertThatThrownBy(() -> node_table().set(1, 9))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("is read-only");
        assertThatThrownBy(() -> node_names().set((byte) 'x')).isInstanceOf(UnsupportedOperationException.class);
        assertThat(node_numbers().set(1, 9).get(1)).isEqualTo(9);
    }

    @Test
    @DisplayName("arrays of no structs are pointers that are bounded to nothing (fault 8)")
    void noStructs() {
        try (Arena arena = Arena.open()) {
            node none = node.allocate(arena, 0);
            assertThat(none.segment().byteSize()).isZero();
            assertThat(Pointer.address(none)).isNotZero();
            assertThatThrownBy(() -> none.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(none::value).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(node.TYPE.ref(arena, 0).segment().byteSize()).isZero();
        }
    }

    @Test
    @DisplayName("GNU's array of no elements at a struct's end has as many as the memory (fault 18)")
    void arraysOfNoDeclaredElements() {
        packet made = packet_new(10);
        assertThat(made.length()).isEqualTo(10);
        assertThat(made.data().get(9)).isEqualTo((short) 81);
        assertThat(made.data().set(9, (short) 5).toArray(10)).endsWith((short) 5);

        packet own = packet.at(BytePointer.allocate(packet.sizeof + 4));
        assertThat(own.data().set(1, (short) 7).get(1)).isEqualTo((short) 7);
        assertThatThrownBy(() -> own.data().get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> packet.allocate().data().get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
