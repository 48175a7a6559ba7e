package io.github.cffi4j.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A machine that a test makes up: its files and variables. */
final class FakeMachine implements Machine {
    private final Map<String, String> answers = new HashMap<>();

    FakeMachine with(String fileOrVariable, String text) {
        answers.put(fileOrVariable, text);
        return this;
    }

    @Override
    public Optional<String> text(String file) {
        return Optional.ofNullable(answers.get(file));
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(answers.get(name));
    }
}
