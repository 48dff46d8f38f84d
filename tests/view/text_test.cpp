#include "view/text.h"

#include <map>
#include <string>
#include <vector>

#include "doctest/doctest.h"

namespace {

// An interner that remembers what it was asked for. `shown` writes a run as <run>.
std::map<std::string, char16_t> runs;

char16_t intern(std::string_view run) {
    return runs.emplace(run, static_cast<char16_t>(0xE000 + runs.size())).first->second;
}

std::string shown(std::string_view text) {
    runs.clear();
    view::set_run_interner(intern);
    std::string out(view::drawable(text));
    for (const auto& [run, code] : runs) {
        const char bytes[] = {static_cast<char>(0xE0 | code >> 12),
                              static_cast<char>(0x80 | (code >> 6 & 0x3F)),
                              static_cast<char>(0x80 | (code & 0x3F))};
        const std::string code_point(bytes, 3);
        for (std::size_t at; (at = out.find(code_point)) != std::string::npos;)
            out.replace(at, 3, "<" + run + ">");
    }
    view::set_run_interner(nullptr);
    return out;
}

}  // namespace

TEST_CASE("simple scripts stay as they are") {
    CHECK(shown("") == "");
    CHECK(shown("EE 123 456 785 CN") == "EE 123 456 785 CN");
    CHECK(shown("Café à Łódź, Ελλάδα, Москва") == "Café à Łódź, Ελλάδα, Москва");
    CHECK(shown("邮件已到达 東京 서울 カタカナ") == "邮件已到达 東京 서울 カタカナ");
    CHECK(shown("one\ntwo") == "one\ntwo");
}

TEST_CASE("plain ASCII is not copied") {
    const std::string text = "Add";
    CHECK(view::drawable(text).data() == text.data());
}

TEST_CASE("a right-to-left label is one run") {
    CHECK(shown("مرحبا بالعالم") == "<مرحبا بالعالم>");
    CHECK(shown("שלום, עולם ") == "<שלום, עולם>");
}

TEST_CASE("a right-to-left word in a left-to-right label is a run of its own") {
    CHECK(shown("EE123 مرحبا") == "EE123 <مرحبا>");
    CHECK(shown("to مرحبا بالعالم 12 now") == "to <مرحبا بالعالم> 12 now");
    CHECK(shown("a שָׁלוֹם b") == "a <שָׁלוֹם> b");
}

TEST_CASE("a number inside a right-to-left label keeps its own order") {
    CHECK(shown("الرقم EE 123 456 785 CN هنا") == "<الرقم \u2066EE 123 456 785 CN\u2069 هنا>");
    CHECK(shown("هاتف: +33 1 23.") == "<هاتف: \u2066+33 1 23\u2069.>");
}

TEST_CASE("a long right-to-left label is broken at blanks into lines") {
    std::string text;
    for (int i = 0; i < 20; i++) text += i ? " مرحبا" : "مرحبا";
    const std::string lines = shown(text);
    CHECK(lines.starts_with("<مرحبا مرحبا مرحبا مرحبا مرحبا مرحبا>\n<مرحبا"));
    CHECK(runs.size() == 2);  // three full lines, one shorter
}

TEST_CASE("shaped scripts are one run a word, so that lines can break between words") {
    CHECK(shown("नमस्ते दुनिया, 12") == "<नमस्ते> <दुनिया>, 12");
    CHECK(shown("สวัสดี") == "<สวัสดี>");
}

TEST_CASE("an overlong word is cut between letters, not before a vowel sign") {
    std::string word;
    for (int i = 0; i < 40; i++) word += "ดี";
    shown(word);
    REQUIRE(runs.size() == 1);  // the same forty code points twice
    CHECK(runs.begin()->first.size() == 40 * 3);
}

TEST_CASE("a letter with combining marks is one run") {
    CHECK(shown("cafe\u0301s") == "caf<e\u0301>s");
    CHECK(shown("か\u3099") == "<か\u3099>");
}

TEST_CASE("emoji are one run each") {
    CHECK(shown("a📦b") == "a<📦>b");
    CHECK(shown("👨‍👩‍👧‍👦👍🏽") == "<👨‍👩‍👧‍👦><👍🏽>");
    CHECK(shown("❤️‍🔥 ☎️ 1️⃣") == "<❤️‍🔥> <☎️> <1️⃣>");
    CHECK(shown("🇨🇳🇫🇷") == "<🇨🇳><🇫🇷>");
    CHECK(shown("𠮷") == "<𠮷>");
}

TEST_CASE("the same run gets the same code point, also in another text") {
    runs.clear();
    view::set_run_interner(intern);
    const std::string first(view::drawable("📦"));
    CHECK(view::drawable("📦 📦") == first + " " + first);
    view::set_run_interner(nullptr);
}

TEST_CASE("invalid UTF-8 becomes the replacement character") {
    CHECK(shown("a\xFF"
                "b") == "a\uFFFDb");
    CHECK(shown("\xC0\xAF") == "\uFFFD\uFFFD");  // overlong
    CHECK(shown("\xE0\x80\xAF") == "\uFFFD");
    CHECK(shown("\xED\xA0\x80") == "\uFFFD");      // a surrogate
    CHECK(shown("\xE9\x82") == "\uFFFD");          // ends too early
    CHECK(shown("\xF4\x90\x80\x80") == "\uFFFD");  // beyond Unicode
    CHECK(shown("\xE9\x82 ok") == "\uFFFD ok");
}

TEST_CASE("private-use code points of the text itself cannot pass for a run") {
    CHECK(shown("\uE000\uF8FF\U000F0000") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("no text can turn the order of its neighbours or hide in invisible signs") {
    CHECK(shown("a\u202Eb\u2066c\u2069d\u200Fe\u00ADf\uFEFF") == "abcdef");
    CHECK(shown("a\tb\r\x01\u0085") == "a b");
    CHECK(shown("مرحبا\u202E بك") == "<مرحبا بك>");
}

TEST_CASE("a very long text is cut with an ellipsis and its runs stay short") {
    const std::string plain = shown(std::string(100'000, 'x'));
    CHECK(plain.size() == view::longest_drawable + 3);
    CHECK(plain.ends_with("…"));
    std::string zalgo = "a";
    for (int i = 0; i < 50'000; i++) zalgo += "\u0301";
    shown(zalgo);
    for (const auto& [run, code] : runs) CHECK(run.size() <= 2 * view::longest_run);
}

TEST_CASE("forgetting empties the cache") {
    view::drawable("é");
    CHECK(view::drawable_bytes() > 0);
    view::forget_drawables();
    CHECK(view::drawable_bytes() == 0);
}
