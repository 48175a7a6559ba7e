package org.example.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.example.facade.Distance;
import org.junit.jupiter.api.Test;

class DistanceTest {

    @Test
    void isMeasuredByC() {
        assertEquals(4, Distance.between(3, 7));
    }
}
