#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

/* Filled before main, by a static initialiser. */
static std::map<std::string, int> counts = {{"static", 1}};

int count_word(const char *word) {
    try {
        if (!*word) {
            throw std::invalid_argument("a word has letters");
        }
        return ++counts[word];
    } catch (const std::exception &e) {
        std::ostringstream line;
        line << "caught: " << e.what();
        std::cout << line.str() << std::endl;
        return -1;
    }
}
