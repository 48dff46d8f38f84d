// A short run of a fuzz target for machines without libFuzzer: the samples and texts of the field, each
// changed a little, the same changes in every run. Finding much is the fuzz preset's work; this one finds
// what broke lately. Usage: <target> <folder of samples> <rounds for each>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// Longer samples are tried as they are; changing them takes too long for what it finds.
constexpr std::size_t changed_limit = 8'192;

void run(const std::string& text) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

class Changes {
public:
    std::string of(std::string text) {
        for (std::size_t left = 1 + below(4); left > 0; --left) change(text);
        return text;
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }

    void change(std::string& text) {
        static const std::vector<std::string> pieces = {
            "EE123456785CN", "{\"a\":", "[[[[[[[[", "\xEF\xBC\xA5", "\xE2\x80\x8B", "https://", "xn--", "@",
            "%2e",           "\\",      "1e999",    "\xFF",         "null"};
        const std::size_t at = below(text.size() + 1), length = below(16);
        switch (below(5)) {
            case 0: text.insert(at, pieces[below(pieces.size())]); break;
            case 1: text.erase(at, length); break;
            case 2: text.insert(at, text.substr(below(text.size() + 1), length)); break;
            case 3: text.insert(at, 1, static_cast<char>(below(256))); break;
            default:
                if (at < text.size()) text[at] = static_cast<char>(below(256));
        }
    }

    std::minstd_rand random_{20261122};
};

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) return EXIT_FAILURE;
    std::vector<std::string> texts = {
        "", "EE123456785CN", "USPS: your parcel RR473124829US waits, pay at https://usps.com-x.top/a",
        "http://usps.com@[::1]:80/\\x", "#n=EE123456785CN,RR473124829US"};
    for (const auto& entry : std::filesystem::recursive_directory_iterator(words[1]))
        if (entry.is_regular_file()) texts.push_back(read(entry.path()));
    Changes changes;
    for (const std::string& text : texts) {
        run(text);
        for (int round = std::atoi(words[2]); round > 0 && text.size() <= changed_limit; --round)
            run(changes.of(text));
    }
}
