package io.github.cffi4j.benchmark.runtime;

import io.github.cffi4j.Arena;
import io.github.cffi4j.Segment;
import io.github.cffi4j.engine.CType;
import io.github.cffi4j.engine.CType.Scalar;
import io.github.cffi4j.engine.Engine;
import io.github.cffi4j.engine.Signature;

/** ffi-engine, by the quickest way for each type, as generated code calls it. */
final class EngineBinding implements Binding {
    private static final long MULTIPLY = EngineCalls.LIBRARY.get("multiply");
    private static final long TWELVE = EngineCalls.LIBRARY.get("twelve");
    private static final long SUM = EngineCalls.LIBRARY.get("sum");
    private static final long REPEAT = EngineCalls.LIBRARY.get("repeat");

    private static final Signature OF_TWELVE = Signature.of(
            Scalar.DOUBLE,
            Scalar.INT32,
            Scalar.DOUBLE,
            Scalar.INT64,
            Scalar.DOUBLE,
            Scalar.INT32,
            Scalar.FLOAT,
            Scalar.INT64,
            Scalar.DOUBLE,
            Scalar.INT32,
            Scalar.DOUBLE,
            Scalar.INT64,
            Scalar.DOUBLE);
    private static final long KINDS = OF_TWELVE.kinds();
    private static final Signature OF_SUM = Signature.of(Scalar.DOUBLE, CType.struct(Scalar.DOUBLE, Scalar.DOUBLE));
    private static final Signature COMBINATION = Signature.of(Scalar.INT32, Scalar.INT32, Scalar.INT32);

    private final Arena arena = Arena.automatic();
    private final Segment point = arena.allocate(16, 8);
    private final Segment combine = Engine.callback(
            arena,
            COMBINATION,
            arguments -> arguments.result((long) Binding.combine(arguments.getInt(0), arguments.getInt(1))));

    EngineBinding() {
        point.setDouble(0, 3);
        point.setDouble(8, 4);
    }

    @Override
    public int add(int a, int b) {
        return EngineCalls.add(a, b);
    }

    @Override
    public double multiply(double a, double b) {
        return Engine.call(MULTIPLY, a, b);
    }

    @Override
    public double twelve(int a, double b) {
        return Engine.callMixedDouble(TWELVE, KINDS, a, 3, 5, 7, 9, 11, b, 4, Engine.ofFloat(6), 8, 10, 12, 0, 0);
    }

    @Override
    public double structByValue() {
        return Double.longBitsToDouble(OF_SUM.callPlanned(SUM, 0, point.address(), 0, 0, 0));
    }

    @Override
    public int repeat(int times) {
        return (int) Engine.call(REPEAT, combine.address(), times);
    }
}
