package org.pcre4j.ffm;

import static org.example.pcre2.Pcre2.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.CTypes.size_t;
import io.github.cffi4j.IntPointer;
import io.github.cffi4j.Pointer;
import io.github.cffi4j.Ref;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pcre4j.api.INativeMemoryAccess;
import org.pcre4j.api.IPcre2;
import org.pcre4j.api.Pcre2CalloutBlock;
import org.pcre4j.api.Pcre2CalloutEnumerateBlock;
import org.pcre4j.api.Pcre2CalloutEnumerateHandler;
import org.pcre4j.api.Pcre2CalloutHandler;

/**
 * What pcre4j needs of PCRE2, by the generated binding. It has the name of pcre4j's own class, by which its tests load it.
 *
 * <p>pcre4j hands out addresses as numbers, so this turns numbers into pointers and back. It keeps the text of a match, because PCRE2
 * looks at it after the call.
 */
public final class Pcre2 implements IPcre2, INativeMemoryAccess {
    /** The memory of the last subject of each match data. */
    private final Map<Long, Arena> subjects = new ConcurrentHashMap<>();

    /** The arena of each callback that was created. */
    private final Map<Long, Arena> callbacks = new ConcurrentHashMap<>();

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    private static void requireOne(long[] array, String name) {
        require(array != null && array.length >= 1, name + " must be an array of length 1");
    }

    private static BytePointer direct(ByteBuffer buffer, String name) {
        require(buffer != null, name + " must not be null");
        require(buffer.isDirect(), name + " must be direct");
        return BytePointer.ofBuffer(buffer);
    }

    private static byte[] utf8(String text, String name) {
        require(text != null, name + " must not be null");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] terminated(String text) {
        byte[] bytes = utf8(text, "name");
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    private static long bits(int options) {
        return Integer.toUnsignedLong(options);
    }

    private static BytePointer bytes(long address) {
        return BytePointer.TYPE.at(address);
    }

    private static pcre2_general_context_8 general(long address) {
        return pcre2_general_context_8.TYPE.at(address);
    }

    private static pcre2_compile_context_8 compileContext(long address) {
        return pcre2_compile_context_8.TYPE.at(address);
    }

    private static pcre2_match_context_8 matchContext(long address) {
        return pcre2_match_context_8.TYPE.at(address);
    }

    private static pcre2_convert_context_8 convertContext(long address) {
        return pcre2_convert_context_8.TYPE.at(address);
    }

    private static pcre2_code_8 code(long address) {
        return pcre2_code_8.TYPE.at(address);
    }

    private static pcre2_match_data_8 matchData(long address) {
        return pcre2_match_data_8.TYPE.at(address);
    }

    /** The text stays where C sees it until the next match with the same data. */
    private BytePointer subject(long matchData, byte[] text) {
        Arena arena = Arena.openShared();
        BytePointer subject = BytePointer.of(arena, text);
        Arena last = matchData == 0 ? null : subjects.put(matchData, arena);
        if (last != null) {
            last.close();
        }
        return subject;
    }

    @Override
    public int config(int what) {
        return pcre2_config_8(bits(what), null);
    }

    @Override
    public int config(int what, int[] where) {
        require(where != null && where.length == 1, "where must be an array of length 1");
        try (Arena arena = Arena.open()) {
            IntPointer answer = IntPointer.allocate(arena);
            int result = pcre2_config_8(bits(what), answer);
            where[0] = answer.get();
            return result;
        }
    }

    @Override
    public int config(int what, ByteBuffer where) {
        return pcre2_config_8(bits(what), direct(where, "where"));
    }

    @Override
    public long generalContextCreate(long privateMalloc, long privateFree, long memoryData) {
        return Pointer.address(pcre2_general_context_create_8(
                pcre2_general_context_create_8_arg1.Code.at(privateMalloc),
                pcre2_general_context_create_8_arg2.Code.at(privateFree),
                Pointer.ofAddress(memoryData)));
    }

    @Override
    public long generalContextCopy(long gcontext) {
        return Pointer.address(pcre2_general_context_copy_8(general(gcontext)));
    }

    @Override
    public void generalContextFree(long gcontext) {
        pcre2_general_context_free_8(general(gcontext));
    }

    @Override
    public long maketables(long gcontext) {
        return Pointer.address(pcre2_maketables_8(general(gcontext)));
    }

    @Override
    public void maketablesFree(long gcontext, long tables) {
        pcre2_maketables_free_8(general(gcontext), bytes(tables));
    }

    @Override
    public long compileContextCreate(long gcontext) {
        return Pointer.address(pcre2_compile_context_create_8(general(gcontext)));
    }

    @Override
    public long compileContextCopy(long ccontext) {
        return Pointer.address(pcre2_compile_context_copy_8(compileContext(ccontext)));
    }

    @Override
    public void compileContextFree(long ccontext) {
        pcre2_compile_context_free_8(compileContext(ccontext));
    }

    @Override
    public long compile(String pattern, int options, int[] errorcode, long[] erroroffset, long ccontext) {
        byte[] text = utf8(pattern, "pattern");
        require(errorcode != null && errorcode.length >= 1, "errorcode must be an array of length 1");
        requireOne(erroroffset, "erroroffset");
        try (Arena arena = Arena.open()) {
            IntPointer error = IntPointer.allocate(arena);
            size_t offset = size_t.allocate(arena);
            pcre2_code_8 code =
                    pcre2_compile_8(text, text.length, bits(options), error, offset, compileContext(ccontext));
            errorcode[0] = error.get();
            erroroffset[0] = offset.get();
            return Pointer.address(code);
        }
    }

    @Override
    public long codeCopy(long code) {
        return Pointer.address(pcre2_code_copy_8(code(code)));
    }

    @Override
    public long codeCopyWithTables(long code) {
        return Pointer.address(pcre2_code_copy_with_tables_8(code(code)));
    }

    @Override
    public void codeFree(long code) {
        pcre2_code_free_8(code(code));
    }

    @Override
    public int calloutEnumerate(long code, long callback, long calloutData) {
        return pcre2_callout_enumerate_8(
                code(code), pcre2_callout_enumerate_8_arg2.Code.at(callback), Pointer.ofAddress(calloutData));
    }

    @Override
    public int getErrorMessage(int errorcode, ByteBuffer buffer) {
        return pcre2_get_error_message_8(errorcode, direct(buffer, "buffer"), buffer.capacity());
    }

    @Override
    public int patternInfo(long code, int what) {
        return pcre2_pattern_info_8(code(code), bits(what), null);
    }

    @Override
    public int patternInfo(long code, int what, int[] where) {
        require(where != null && where.length == 1, "where must be an array of length 1");
        try (Arena arena = Arena.open()) {
            IntPointer answer = IntPointer.allocate(arena);
            int result = pcre2_pattern_info_8(code(code), bits(what), answer);
            where[0] = answer.get();
            return result;
        }
    }

    @Override
    public int patternInfo(long code, int what, long[] where) {
        require(where != null && where.length == 1, "where must be an array of length 1");
        try (Arena arena = Arena.open()) {
            size_t answer = size_t.allocate(arena);
            int result = pcre2_pattern_info_8(code(code), bits(what), answer);
            where[0] = answer.get();
            return result;
        }
    }

    @Override
    public int patternInfo(long code, int what, ByteBuffer where) {
        require(where != null, "where must not be null");
        try (Arena arena = Arena.open()) {
            Ref<BytePointer> answer = BytePointer.ref(arena);
            int result = pcre2_pattern_info_8(code(code), bits(what), answer);
            where.put(answer.get().toArray(where.capacity()));
            return result;
        }
    }

    @Override
    public int jitCompile(long code, int options) {
        return pcre2_jit_compile_8(code(code), bits(options));
    }

    @Override
    public int jitMatch(long code, String subject, int startoffset, int options, long matchData, long mcontext) {
        byte[] text = utf8(subject, "subject");
        return pcre2_jit_match_8(
                code(code),
                subject(matchData, text),
                text.length,
                startoffset,
                bits(options),
                matchData(matchData),
                matchContext(mcontext));
    }

    @Override
    public long jitStackCreate(long startsize, long maxsize, long gcontext) {
        return Pointer.address(pcre2_jit_stack_create_8(startsize, maxsize, general(gcontext)));
    }

    @Override
    public void jitStackFree(long jitStack) {
        pcre2_jit_stack_free_8(pcre2_jit_stack_8.TYPE.at(jitStack));
    }

    @Override
    public void jitStackAssign(long mcontext, long callback, long data) {
        pcre2_jit_stack_assign_8(
                matchContext(mcontext), pcre2_jit_callback_8.Code.at(callback), Pointer.ofAddress(data));
    }

    @Override
    public void jitFreeUnusedMemory(long gcontext) {
        pcre2_jit_free_unused_memory_8(general(gcontext));
    }

    @Override
    public long matchDataCreate(int ovecsize, long gcontext) {
        return Pointer.address(pcre2_match_data_create_8(bits(ovecsize), general(gcontext)));
    }

    @Override
    public long matchDataCreateFromPattern(long code, long gcontext) {
        return Pointer.address(pcre2_match_data_create_from_pattern_8(code(code), general(gcontext)));
    }

    @Override
    public void matchDataFree(long matchData) {
        Arena subject = subjects.remove(matchData);
        pcre2_match_data_free_8(matchData(matchData));
        if (subject != null) {
            subject.close();
        }
    }

    @Override
    public long matchContextCreate(long gcontext) {
        return Pointer.address(pcre2_match_context_create_8(general(gcontext)));
    }

    @Override
    public long matchContextCopy(long mcontext) {
        return Pointer.address(pcre2_match_context_copy_8(matchContext(mcontext)));
    }

    @Override
    public void matchContextFree(long mcontext) {
        pcre2_match_context_free_8(matchContext(mcontext));
    }

    @Override
    public long convertContextCreate(long gcontext) {
        return Pointer.address(pcre2_convert_context_create_8(general(gcontext)));
    }

    @Override
    public long convertContextCopy(long cvcontext) {
        return Pointer.address(pcre2_convert_context_copy_8(convertContext(cvcontext)));
    }

    @Override
    public void convertContextFree(long cvcontext) {
        pcre2_convert_context_free_8(convertContext(cvcontext));
    }

    @Override
    public int setGlobEscape(long cvcontext, int escapeChar) {
        return pcre2_set_glob_escape_8(convertContext(cvcontext), bits(escapeChar));
    }

    @Override
    public int setGlobSeparator(long cvcontext, int separatorChar) {
        return pcre2_set_glob_separator_8(convertContext(cvcontext), bits(separatorChar));
    }

    @Override
    public int patternConvert(String pattern, int options, long[] buffer, long[] blength, long cvcontext) {
        byte[] text = utf8(pattern, "pattern");
        requireOne(buffer, "buffer");
        requireOne(blength, "blength");
        try (Arena arena = Arena.open()) {
            Ref<BytePointer> converted = BytePointer.ref(arena).set(bytes(buffer[0]));
            size_t length = size_t.allocate(arena).set(blength[0]);
            int result = pcre2_pattern_convert_8(
                    text, text.length, bits(options), converted, length, convertContext(cvcontext));
            buffer[0] = Pointer.address(converted.get());
            blength[0] = length.get();
            return result;
        }
    }

    @Override
    public void convertedPatternFree(long convertedPattern) {
        pcre2_converted_pattern_free_8(bytes(convertedPattern));
    }

    @Override
    public String readConvertedPattern(long convertedPattern, long length) {
        require(convertedPattern != 0, "convertedPattern must not be null");
        require(length >= 0, "length must not be negative");
        return bytes(convertedPattern).string(length);
    }

    @Override
    public int match(long code, String subject, int startoffset, int options, long matchData, long mcontext) {
        byte[] text = utf8(subject, "subject");
        return pcre2_match_8(
                code(code),
                subject(matchData, text),
                text.length,
                startoffset,
                bits(options),
                matchData(matchData),
                matchContext(mcontext));
    }

    @Override
    public int dfaMatch(
            long code,
            String subject,
            int startoffset,
            int options,
            long matchData,
            long mcontext,
            int[] workspace,
            int wscount) {
        byte[] text = utf8(subject, "subject");
        require(workspace != null, "workspace must not be null");
        require(wscount >= 0, "wscount must not be negative");
        require(wscount <= workspace.length, "wscount must not be greater than workspace.length");
        try (Arena arena = Arena.open()) {
            // A later call goes on with what this one leaves there.
            IntPointer space = IntPointer.of(arena, workspace);
            int result = pcre2_dfa_match_8(
                    code(code),
                    subject(matchData, text),
                    text.length,
                    startoffset,
                    bits(options),
                    matchData(matchData),
                    matchContext(mcontext),
                    space,
                    wscount);
            System.arraycopy(space.toArray(workspace.length), 0, workspace, 0, workspace.length);
            return result;
        }
    }

    @Override
    public int getOvectorCount(long matchData) {
        return (int) pcre2_get_ovector_count_8(matchData(matchData));
    }

    @Override
    public long getMatchDataSize(long matchData) {
        return pcre2_get_match_data_size_8(matchData(matchData));
    }

    @Override
    public void getOvector(long matchData, long[] ovector) {
        require(ovector != null, "ovector must not be null");
        size_t offsets = pcre2_get_ovector_pointer_8(matchData(matchData));
        Arrays.setAll(ovector, offsets::get);
    }

    @Override
    public long getStartchar(long matchData) {
        return pcre2_get_startchar_8(matchData(matchData));
    }

    @Override
    public long getMark(long matchData) {
        return Pointer.address(pcre2_get_mark_8(matchData(matchData)));
    }

    @Override
    public int setNewline(long ccontext, int newline) {
        return pcre2_set_newline_8(compileContext(ccontext), bits(newline));
    }

    @Override
    public int setBsr(long ccontext, int value) {
        return pcre2_set_bsr_8(compileContext(ccontext), bits(value));
    }

    @Override
    public int setParensNestLimit(long ccontext, int limit) {
        return pcre2_set_parens_nest_limit_8(compileContext(ccontext), bits(limit));
    }

    @Override
    public int setMaxPatternLength(long ccontext, long length) {
        return pcre2_set_max_pattern_length_8(compileContext(ccontext), length);
    }

    @Override
    public int setCompileExtraOptions(long ccontext, int extraOptions) {
        return pcre2_set_compile_extra_options_8(compileContext(ccontext), bits(extraOptions));
    }

    @Override
    public int setCharacterTables(long ccontext, long tables) {
        return pcre2_set_character_tables_8(compileContext(ccontext), bytes(tables));
    }

    @Override
    public int setCompileRecursionGuard(long ccontext, long guardFunction, long userData) {
        return pcre2_set_compile_recursion_guard_8(
                compileContext(ccontext),
                pcre2_set_compile_recursion_guard_8_arg2.Code.at(guardFunction),
                Pointer.ofAddress(userData));
    }

    @Override
    public int setMatchLimit(long mcontext, int limit) {
        return pcre2_set_match_limit_8(matchContext(mcontext), bits(limit));
    }

    @Override
    public int setDepthLimit(long mcontext, int limit) {
        return pcre2_set_depth_limit_8(matchContext(mcontext), bits(limit));
    }

    @Override
    public int setHeapLimit(long mcontext, int limit) {
        return pcre2_set_heap_limit_8(matchContext(mcontext), bits(limit));
    }

    @Override
    public int setOffsetLimit(long mcontext, long limit) {
        return pcre2_set_offset_limit_8(matchContext(mcontext), limit);
    }

    @Override
    public int setCallout(long mcontext, long callback, long calloutData) {
        return pcre2_set_callout_8(
                matchContext(mcontext), pcre2_set_callout_8_arg2.Code.at(callback), Pointer.ofAddress(calloutData));
    }

    @Override
    public int substitute(
            long code,
            String subject,
            int startoffset,
            int options,
            long matchData,
            long mcontext,
            String replacement,
            ByteBuffer outputbuffer,
            long[] outputlength) {
        byte[] text = utf8(subject, "subject");
        byte[] with = utf8(replacement, "replacement");
        BytePointer output = direct(outputbuffer, "outputbuffer");
        requireOne(outputlength, "outputlength");
        try (Arena arena = Arena.open()) {
            size_t length = size_t.allocate(arena).set(outputlength[0]);
            int result = pcre2_substitute_8(
                    code(code),
                    subject(matchData, text),
                    text.length,
                    startoffset,
                    bits(options),
                    matchData(matchData),
                    matchContext(mcontext),
                    BytePointer.of(arena, with),
                    with.length,
                    output,
                    length);
            outputlength[0] = length.get();
            return result;
        }
    }

    /** A function that gives memory of its own and its length. */
    private interface Getter {
        int get(Ref<BytePointer> memory, size_t length);
    }

    private static int get(long[] bufferptr, long[] bufflen, Getter getter) {
        requireOne(bufferptr, "bufferptr");
        requireOne(bufflen, "bufflen");
        try (Arena arena = Arena.open()) {
            Ref<BytePointer> memory = BytePointer.ref(arena);
            size_t length = size_t.allocate(arena);
            int result = getter.get(memory, length);
            bufferptr[0] = Pointer.address(memory.get());
            bufflen[0] = length.get();
            return result;
        }
    }

    /** A function that takes the size of memory, and gives the length of what it has written there. */
    private interface Copier {
        int copy(size_t length);
    }

    private static int copy(long[] bufflen, Copier copier) {
        requireOne(bufflen, "bufflen");
        try (Arena arena = Arena.open()) {
            size_t length = size_t.allocate(arena).set(bufflen[0]);
            int result = copier.copy(length);
            bufflen[0] = length.get();
            return result;
        }
    }

    @Override
    public int substringGetByNumber(long matchData, int number, long[] bufferptr, long[] bufflen) {
        return get(
                bufferptr,
                bufflen,
                (memory, length) -> pcre2_substring_get_bynumber_8(matchData(matchData), bits(number), memory, length));
    }

    @Override
    public int substringCopyByNumber(long matchData, int number, ByteBuffer buffer, long[] bufflen) {
        BytePointer memory = direct(buffer, "buffer");
        return copy(
                bufflen, length -> pcre2_substring_copy_bynumber_8(matchData(matchData), bits(number), memory, length));
    }

    @Override
    public int substringGetByName(long matchData, String name, long[] bufferptr, long[] bufflen) {
        byte[] text = terminated(name);
        return get(
                bufferptr,
                bufflen,
                (memory, length) -> pcre2_substring_get_byname_8(matchData(matchData), text, memory, length));
    }

    @Override
    public int substringCopyByName(long matchData, String name, ByteBuffer buffer, long[] bufflen) {
        byte[] text = terminated(name);
        BytePointer memory = direct(buffer, "buffer");
        try (Arena arena = Arena.open()) {
            BytePointer inC = BytePointer.of(arena, text);
            return copy(bufflen, length -> pcre2_substring_copy_byname_8(matchData(matchData), inC, memory, length));
        }
    }

    @Override
    public int substringLengthByName(long matchData, String name, long[] length) {
        byte[] text = terminated(name);
        return length == null
                ? pcre2_substring_length_byname_8(matchData(matchData), text, null)
                : copy(length, out -> pcre2_substring_length_byname_8(matchData(matchData), text, out));
    }

    @Override
    public int substringLengthByNumber(long matchData, int number, long[] length) {
        return length == null
                ? pcre2_substring_length_bynumber_8(matchData(matchData), bits(number), null)
                : copy(length, out -> pcre2_substring_length_bynumber_8(matchData(matchData), bits(number), out));
    }

    @Override
    public void substringFree(long buffer) {
        pcre2_substring_free_8(bytes(buffer));
    }

    @Override
    public int substringListGet(long matchData, long[] listptr, long[] lengthsptr) {
        requireOne(listptr, "listptr");
        require(lengthsptr == null || lengthsptr.length >= 1, "lengthsptr must be an array of length 1 or null");
        try (Arena arena = Arena.open()) {
            Ref<Ref<BytePointer>> list = Ref.type(BytePointer.TYPE).ref(arena);
            Ref<size_t> lengths = size_t.ref(arena);
            int result = pcre2_substring_list_get_8(matchData(matchData), list, lengthsptr == null ? null : lengths);
            listptr[0] = Pointer.address(list.get());
            if (lengthsptr != null) {
                lengthsptr[0] = Pointer.address(lengths.get());
            }
            return result;
        }
    }

    @Override
    public void substringListFree(long list) {
        pcre2_substring_list_free_8(Ref.type(BytePointer.TYPE).at(list));
    }

    @Override
    public int substringNumberFromName(long code, String name) {
        return pcre2_substring_number_from_name_8(code(code), terminated(name));
    }

    @Override
    public int substringNametableScan(long code, String name, long[] first, long[] last) {
        byte[] text = terminated(name);
        try (Arena arena = Arena.open()) {
            Ref<BytePointer> from = first == null ? null : BytePointer.ref(arena);
            Ref<BytePointer> to = last == null ? null : BytePointer.ref(arena);
            int result = pcre2_substring_nametable_scan_8(code(code), text, from, to);
            if (result >= 0 && first != null) {
                first[0] = Pointer.address(from.get());
            }
            if (result >= 0 && last != null) {
                last[0] = Pointer.address(to.get());
            }
            return result;
        }
    }

    @Override
    public byte[] readBytes(long pointer, int length) {
        require(length >= 0, "length must not be negative");
        return length == 0 ? new byte[0] : bytes(pointer).toArray(length);
    }

    private static Ref<pcre2_code_8> codes(Arena arena, int numberOfCodes, long[] codes) {
        require(codes != null, "codes must not be null");
        require(numberOfCodes >= 1, "numberOfCodes must be positive");
        require(codes.length >= numberOfCodes, "codes array length must be at least numberOfCodes");
        return Ref.type(pcre2_code_8.TYPE).allocate(arena, numberOfCodes);
    }

    @Override
    public int serializeEncode(
            long[] codes, int numberOfCodes, long[] serializedBytes, long[] serializedSize, long gcontext) {
        try (Arena arena = Arena.open()) {
            Ref<pcre2_code_8> array = codes(arena, numberOfCodes, codes);
            requireOne(serializedBytes, "serializedBytes");
            requireOne(serializedSize, "serializedSize");
            for (int i = 0; i < numberOfCodes; i++) {
                array.set(i, code(codes[i]));
            }
            Ref<BytePointer> bytes = BytePointer.ref(arena);
            size_t size = size_t.allocate(arena);
            int result = pcre2_serialize_encode_8(array, numberOfCodes, bytes, size, general(gcontext));
            if (result > 0) {
                serializedBytes[0] = Pointer.address(bytes.get());
                serializedSize[0] = size.get();
            }
            return result;
        }
    }

    @Override
    public int serializeDecode(long[] codes, int numberOfCodes, byte[] bytes, long gcontext) {
        try (Arena arena = Arena.open()) {
            Ref<pcre2_code_8> array = codes(arena, numberOfCodes, codes);
            require(bytes != null, "bytes must not be null");
            int result = pcre2_serialize_decode_8(array, numberOfCodes, bytes, general(gcontext));
            for (int i = 0; i < result; i++) {
                codes[i] = Pointer.address(array.get(i));
            }
            return result;
        }
    }

    @Override
    public void serializeFree(long bytes) {
        pcre2_serialize_free_8(bytes(bytes));
    }

    @Override
    public int serializeGetNumberOfCodes(byte[] bytes) {
        require(bytes != null, "bytes must not be null");
        return pcre2_serialize_get_number_of_codes_8(bytes);
    }

    @Override
    public long createCalloutCallback(Pcre2CalloutHandler handler) {
        require(handler != null, "handler must not be null");
        Arena arena = Arena.openShared();
        return kept(arena, (Pointer)
                pcre2_set_callout_8_arg2.stub(arena, (block, data) -> handler.onCallout(callout(block))));
    }

    private static Pcre2CalloutBlock callout(pcre2_callout_block_8 block) {
        return new Pcre2CalloutBlock(
                (int) block.callout_number(),
                (int) block.capture_top(),
                (int) block.capture_last(),
                block.start_match(),
                block.current_position(),
                block.pattern_position(),
                block.next_item_length(),
                block.callout_string_offset(),
                block.callout_string_length(),
                text(block.callout_string(), block.callout_string_length()),
                (int) block.callout_flags());
    }

    @Override
    public void freeCalloutCallback(long callbackHandle) {
        callbacks.remove(callbackHandle).close();
    }

    @Override
    public long createCalloutEnumerateCallback(Pcre2CalloutEnumerateHandler handler) {
        require(handler != null, "handler must not be null");
        Arena arena = Arena.openShared();
        return kept(arena, (Pointer) pcre2_callout_enumerate_8_arg2.stub(
                arena,
                (block, data) -> handler.onCallout(new Pcre2CalloutEnumerateBlock(
                        block.pattern_position(),
                        block.next_item_length(),
                        (int) block.callout_number(),
                        block.callout_string_offset(),
                        block.callout_string_length(),
                        text(block.callout_string(), block.callout_string_length())))));
    }

    @Override
    public void freeCalloutEnumerateCallback(long callbackHandle) {
        callbacks.remove(callbackHandle).close();
    }

    private long kept(Arena arena, Pointer stub) {
        callbacks.put(stub.address(), arena);
        return stub.address();
    }

    private static String text(BytePointer start, long length) {
        return start == null ? null : new String(start.toArray(length), StandardCharsets.UTF_8);
    }
}
