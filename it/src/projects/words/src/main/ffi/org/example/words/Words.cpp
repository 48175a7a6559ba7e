#include <algorithm>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

int count_word(const char *word);

/* Filled when the library is loaded, by a static initialiser of the preamble. */
static std::vector<std::string> known = {"a", "static", "word"};

static int known_words() { return static_cast<int>(known.size()); }

static const char *longest_word() {
    return std::max_element(known.begin(), known.end(), [](const std::string &a, const std::string &b) {
               return a.size() < b.size();
           })->c_str();
}

static int index_of_word(const char *word) {
    try {
        auto found = std::find(known.begin(), known.end(), word);
        if (found == known.end()) {
            throw std::out_of_range("no such word");
        }
        return static_cast<int>(found - known.begin());
    } catch (const std::exception &e) {
        std::cout << "in the preamble: " << e.what() << std::endl;
        return -1;
    }
}
