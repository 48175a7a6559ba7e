package org.example.weather;

import static org.example.weather.Weather.*;

import io.github.cffi4j.Arena;
import java.util.Locale;

/** Fills a weather station that lives in C, and reads it back. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        station station = station_open("Zugspitze");
        try (Arena arena = Arena.open()) {
            reading r = reading.allocate(arena);
            for (int hour = 0; hour < 24; hour++) {
                r.celsius(-6.5 + hour % 12)
                        .humidity(80 + hour % 20)
                        .sky(SKY_CLOUDY)
                        .taken(hour * 3600L);
                station_add(station, r);
            }
            station_latest(station, r);

            System.out.println(station_name(station).string() + ": " + station_count(station) + " readings");
            System.out.println("latest: " + r);
            System.out.printf(Locale.ROOT, "mean:   %.2f degrees%n", station_mean(station));

            time_t epoch = time_t.allocate(arena);
            tm date = gmtime(epoch);
            System.out.printf(
                    Locale.ROOT, "time 0: %d-%02d-%02d%n", 1900 + date.tm_year(), 1 + date.tm_mon(), date.tm_mday());
        } finally {
            station_close(station);
        }
    }
}
