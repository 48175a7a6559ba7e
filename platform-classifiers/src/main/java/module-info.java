/** The one table of platforms, and which of them this machine is. */
module io.github.cffi4j.platform {
    exports io.github.cffi4j.platform;
}
