package org.example.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.example.weather.Weather.*;

import io.github.cffi4j.Arena;
import io.github.cffi4j.BytePointer;
import io.github.cffi4j.ValueOutOfRangeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeatherTest {
    private final Arena arena = Arena.open();

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void readingsGoIntoCAndComeBack() {
        station station = station_open("Ätna 🌋");
        reading in = reading.allocate(arena)
                .celsius(21.5)
                .humidity(255)
                .sky(SKY_RAIN)
                .taken(Long.MIN_VALUE);
        assertThat(station_add(station, in)).isZero();

        reading out = reading.allocate(arena);
        assertThat(station_latest(station, out)).isOne();
        assertThat(out).hasToString("reading{celsius=21.5, humidity=255, sky=10, taken=-9223372036854775808}");
        assertThat(station_count(station)).isOne();
        assertThat(station_name(station).string()).isEqualTo("Ätna 🌋");
        station_close(station);
    }

    @Test
    void aStationWithoutReadingsHasNoMean() {
        station station = station_open("nowhere");
        assertThat(station_mean(station)).isNaN();
        assertThat(station_latest(station, reading.allocate(arena))).isZero();
        station_close(station);
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingIsWritten() {
        reading r = reading.allocate(arena).humidity(7);
        assertThatThrownBy(() -> r.humidity(256))
                .isInstanceOf(ValueOutOfRangeException.class)
                .hasMessageContaining("reading.humidity")
                .hasMessageContaining("256");
        assertThat(r.humidity()).isEqualTo(7);
    }

    @Test
    void aPartialStructKnowsItsFieldsOnThisPlatform() {
        time_t when = time_t.allocate(arena);
        when.set(1_795_341_234L);
        tm date = gmtime(when);
        assertThat(date.tm_year()).isEqualTo(126);
        assertThat(date.tm_mon()).isEqualTo(10);
        assertThat(date.tm_mday()).isEqualTo(22);
    }

    @Test
    void nullIsNull() {
        assertThat(time(null)).isGreaterThan(1_700_000_000L);
        assertThat(BytePointer.at(null)).isNull();
        station_close(null);
    }

    @Test
    void textCountsInBytes() {
        assertThat(strlen("Grüße")).isEqualTo(7);
        assertThat(strlen(arena.string("five!"))).isEqualTo(5);
    }

    @Test
    void constantsThatAreTheSameEverywhereWorkInASwitch() {
        String sky =
                switch (SKY_RAIN) {
                    case SKY_CLEAR, SKY_CLOUDY -> "dry";
                    case SKY_RAIN -> "wet";
                    default -> throw new AssertionError();
                };
        assertThat(sky).isEqualTo("wet");
        assertThat(STATION_NAME_LENGTH).isEqualTo(32);
        assertThat(EWOULDBLOCK).isPositive();
    }
}
