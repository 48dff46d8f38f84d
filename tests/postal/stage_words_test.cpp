// How many words of operators are read as a clerk would read them. The table it prints is that of
// docs/figures.md.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "postal/stage.h"
#include "tests/postal/operator_words.h"

using namespace postal;

namespace {

struct Result {
    int right = 0;
    int all = 0;
    int unknown = 0;          ///< doubted although the words are clear: safe, and a loss
    int false_delivered = 0;  ///< must not happen
    std::string others;       ///< what was read instead
};

using Results = std::array<Result, stage_count>;

template <std::size_t size>
void read(Results& results, const operator_words::Row (&rows)[size]) {
    for (const auto& row : rows) {
        const Classified read = classify_words(row.words);
        Result& result = results[static_cast<std::size_t>(row.stage)];
        ++result.all;
        if (read.stage == row.stage && (!read.forecast || row.stage == Stage::unknown)) {
            ++result.right;
            continue;
        }
        if (read.stage == Stage::unknown) ++result.unknown;
        if (read.stage == Stage::delivered) ++result.false_delivered;
        result.others += "\n        " + std::string(facts(read.stage).id) + ": " + row.words;
    }
}

/// Prints the table; at least `least` per cent are read right, and no other stage as delivered.
void check_share(const Results& results, int least) {
    Result total;
    std::string table = "stage: right of all, doubted, read otherwise";
    for (int i = 0; i < stage_count; ++i) {
        const Result& one = results[static_cast<std::size_t>(i)];
        if (one.all == 0) continue;
        table += "\n    " + std::string(facts(static_cast<Stage>(i)).id) + ": " + std::to_string(one.right) +
                 " of " + std::to_string(one.all) + ", " + std::to_string(one.unknown) + ", " +
                 std::to_string(one.all - one.right - one.unknown) + one.others;
        total.right += one.right;
        total.all += one.all;
        total.false_delivered += one.false_delivered;
    }
    MESSAGE(table << "\n    all: " << total.right << " of " << total.all);
    CHECK(total.false_delivered == 0);
    CHECK(total.right * 100 >= total.all * least);
}

}  // namespace

TEST_CASE("words of operators are read as a clerk reads them") {
    Results results;
    read(results, operator_words::english);
    read(results, operator_words::chinese);
    read(results, operator_words::second_round);
    check_share(results, 98);
}

TEST_CASE("words that no rule was made for are read or doubted") {
    Results results;
    read(results, operator_words::unseen);
    check_share(results, 48);
}

TEST_CASE("a prediction is no scan") {
    for (const char* words : operator_words::forecasts) {
        CAPTURE(words);
        CHECK(classify_words(words).forecast);
        CHECK(classify_words(words).stage == Stage::unknown);
    }
}
