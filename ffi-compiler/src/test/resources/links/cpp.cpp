#include "probe.h"
#include <cstdio>
#include <map>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

struct Base {
    virtual ~Base() {}
    virtual int value() const = 0;
};
struct Derived : Base {
    int value() const override { return 7; }
};

static std::map<std::string, int> global = {{"one", 1}, {"two", 2}};
thread_local std::string local = "fresh";

static const std::string &once() {
    static std::string text = std::to_string(global.size());
    return text;
}

int probe(char *out, int size) {
    std::ostringstream text;
    try {
        throw std::runtime_error("thrown");
    } catch (const std::exception &e) {
        text << e.what() << ' ';
    }
    try {
        std::vector<int>().at(3);
    } catch (const std::out_of_range &) {
        text << "range ";
    }
    Derived derived;
    Base *base = &derived;
    text << (dynamic_cast<Derived *>(base) != nullptr) << ' ' << base->value() << ' ' << once() << ' ';
    local = "mine";
    int sum = 0;
    std::mutex lock;
    std::vector<std::thread> threads;
    for (int i = 1; i <= 4; i++)
        threads.emplace_back([&, i] {
            std::lock_guard<std::mutex> guard(lock);
            sum += i + (local == "fresh" ? 10 : 0);
        });
    for (auto &thread : threads) thread.join();
    text << sum << ' ' << local << ' ' << 2.5;
    std::snprintf(out, size, "%s\n", text.str().c_str());
    return 0;
}
