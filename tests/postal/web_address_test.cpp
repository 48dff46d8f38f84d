#include "postal/web_address.h"

#include <doctest/doctest.h>

#include <string>

#include "postal/ip_address.h"
#include "postal/punycode.h"

using namespace postal;

namespace {

struct Case {
    std::string_view text;
    std::string_view host;  ///< empty: no browser opens it
    int port = 0;
};

}  // namespace

TEST_CASE("an address leads where browsers go, not where it seems to") {
    // As Chromium 156 reads them (its own answers), and cases of the Web Platform Tests' urltestdata.json.
    constexpr Case cases[] = {
        {"http://3232235777/", "192.168.1.1"},
        {"http://0xC0A80101", "192.168.1.1"},
        {"http://0300.0250.1.1", "192.168.1.1"},
        {"http://127.1", "127.0.0.1"},
        {"http:\\\\usps.com\\@evil.top", "usps.com"},
        {"http://usps.com%2eevil.top/", "usps.com.evil.top"},
        {"http://ｕsps.com", "usps.com"},
        {"http://usps。com", "usps.com"},
        {"http://us\tps.com", "usps.com"},
        {"http://us\nps.com", "usps.com"},
        {"http://us\u200Bps.com", "usps.com"},
        {"http://usps.com⁄track.top", "usps.xn--comtrack-g03d.top"},
        {"http://uѕps.com", "xn--ups-fhd.com"},
        {"https:usps.com/x", "usps.com"},
        {"http://usps.com.", "usps.com."},
        {"http://usps.com:443@x.top:8443", "x.top", 8443},
        {"http://usps.com@evil.top/", "evil.top"},
        {"http://a@b@c.top/", "c.top"},
        {"https://usps.com#@evil.top/", "usps.com"},
        {"https://usps.com?@evil.top/", "usps.com"},
        {"https://usps.com/@evil.top/", "usps.com"},
        {"HTTP://USPS.COM:80/", "usps.com"},
        {"https://usps.com:443/", "usps.com"},
        {"http://usps.com:443/", "usps.com", 443},
        {"  https://usps.com  ", "usps.com"},
        {"http:/usps.com", "usps.com"},
        {"http:////usps.com", "usps.com"},
        {"http://usps.com:", "usps.com"},
        {"http://256", "0.0.1.0"},
        {"http://0x", "0.0.0.0"},
        {"http://0xffffffff", "255.255.255.255"},
        {"http://1.2.3.4.", "1.2.3.4"},
        {"http://１.２.３.４", "1.2.3.4"},
        {"http://[::1]", "[::1]"},
        {"http://[1:0::]", "[1::]"},
        {"http://[0:1:2:3:4:5:6:7]", "[0:1:2:3:4:5:6:7]"},
        {"http://[::127.0.0.1]", "[::7f00:1]"},
        {"http://[2001:DB8::0]", "[2001:db8::]"},
        {"http://münchen.de", "xn--mnchen-3ya.de"},
        {"http://MÜNCHEN.de", "xn--mnchen-3ya.de"},
        {"http://mu\u0308nchen.de", "xn--mnchen-3ya.de"},
        {"http://faß.de", "xn--fa-hia.de"},
        {"http://中国邮政.com", "xn--fiqs8s4mmzk6b.com"},
        {"http://日本郵便.jp", "xn--wtqu35cb2as82i.jp"},
        {"http://почта.рф", "xn--80a1acny.xn--p1ai"},
        {"http://ℝ.com", "r.com"},
        {"http://①②.com", "12.com"},
        {"http://xn--pokxncvks", "xn--pokxncvks"},
        {"http://us­ps.com", "usps.com"},
        {"http://usps．com", "usps.com"},
        {"http://usps｡com", "usps.com"},
        {"http://a..b", "a..b"},
        {"http://a_b.com", "a_b.com"},
        {"http://-a.com", "-a.com"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        const WebAddress address = read_web_address(one.text);
        CHECK(address.fault == AddressFault::none);
        CHECK(address.host == one.host);
        CHECK(address.port == one.port);
    }
}

TEST_CASE("what no browser opens has a fault and no host") {
    struct Fault {
        std::string_view text;
        AddressFault fault;
    };
    constexpr Fault cases[] = {
        {"", AddressFault::no_scheme},
        {"usps.com", AddressFault::no_scheme},
        {"//usps.com", AddressFault::no_scheme},
        {"javascript:alert(1)", AddressFault::not_web},
        {"data:text/html,x", AddressFault::not_web},
        {"mailto:a@usps.com", AddressFault::not_web},
        {"ftp://usps.com", AddressFault::not_web},
        {"http://", AddressFault::no_host},
        {"http://@/", AddressFault::no_host},
        {"http:///", AddressFault::no_host},
        {"http://:80", AddressFault::no_host},
        {"http://u@:80", AddressFault::no_host},
        {"http://us ps.com", AddressFault::bad_host},
        {"http://us<ps.com", AddressFault::bad_host},
        {"http://us^ps.com", AddressFault::bad_host},
        {"http://us%00ps.com", AddressFault::bad_host},
        {"http://us%ps.com", AddressFault::bad_host},
        {"http://us%ffps.com", AddressFault::bad_host},
        {"http://%", AddressFault::bad_host},
        {"http://1.2.3.4.5", AddressFault::bad_host},
        {"http://256.256.256.256", AddressFault::bad_host},
        {"http://0xffffffff1", AddressFault::bad_host},
        {"http://1.2.3.08", AddressFault::bad_host},
        {"http://usps.0x1g.1", AddressFault::bad_host},
        {"http://[::1", AddressFault::bad_host},
        {"http://[1:2:3]", AddressFault::bad_host},
        {"http://[::1::]", AddressFault::bad_host},
        {"http://[::1.2.3]", AddressFault::bad_host},
        {"http://us\u202Eps.com", AddressFault::bad_host},
        {"http://us\uFFFDps.com", AddressFault::bad_host},
        {"http://xn--a-ä.com", AddressFault::bad_host},
        {"http://usps.com:x", AddressFault::bad_port},
        {"http://usps.com:65536", AddressFault::bad_port},
    };
    for (const Fault& one : cases) {
        CAPTURE(one.text);
        const WebAddress address = read_web_address(one.text);
        CHECK(address.fault == one.fault);
        CHECK(address.host.empty());
    }
    CHECK(read_web_address("http://" + std::string(web_address_limit, 'a')).fault == AddressFault::too_long);
    CHECK(read_web_address(std::string_view("http://us\0ps.com", 16)).fault == AddressFault::bad_host);
    CHECK(read_web_address("http://us\xFFps.com").fault == AddressFault::bad_host);
}

TEST_CASE("how an address is written is told") {
    CHECK(read_web_address("https://a@usps.com").manner.user_info);
    CHECK(read_web_address("https://us%70s.com").manner.percent);
    CHECK_FALSE(read_web_address("https://usps.com/%70").manner.percent);
    CHECK(read_web_address("https:\\\\usps.com").manner.odd_slashes);
    CHECK(read_web_address("https:usps.com").manner.odd_slashes);
    CHECK(read_web_address("https://usps.com\\x").manner.odd_slashes);
    CHECK_FALSE(read_web_address("https://usps.com/x").manner.odd_slashes);
    CHECK(read_web_address("https://us\tps.com").manner.controls);
    CHECK(read_web_address("https://uѕps.com").manner.punycode);
    CHECK(read_web_address("https://ｕsps.com").manner.outside_ascii);
    CHECK_FALSE(read_web_address("https://ｕsps.com").manner.punycode);
    CHECK(read_web_address("http://0x7f.1").manner.odd_number);
    CHECK_FALSE(read_web_address("http://127.0.0.1").manner.odd_number);
    CHECK(read_web_address("https://x").encrypted);
    CHECK_FALSE(read_web_address("http://x").encrypted);
}

TEST_CASE("Punycode: the samples of RFC 3492 section 7.1, both ways") {
    struct Sample {
        std::u32string_view text;
        std::string_view code;
    };
    constexpr Sample samples[] = {
        {U"他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"},
        {U"他們爲什麽不說中文", "ihqwctvzc91f659drss3x8bo0yb"},
        {U"Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"},
        {U"なぜみんな日本語を話してくれないのか", "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"},
        {U"почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"},
        {U"PorquénopuedensimplementehablarenEspañol", "PorqunopuedensimplementehablarenEspaol-fmd56a"},
        {U"3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"},
        {U"そのスピードで", "d9juau41awczczp"},
    };
    for (const Sample& sample : samples) {
        CAPTURE(sample.code);
        CHECK(punycode_encoded(sample.text) == std::string(sample.code));
        CHECK(punycode_decoded(sample.code) == std::u32string(sample.text));
    }
    for (const char* broken : {"a-ä", "999999999", "zzzzzzzzzz99", "a b"})
        CHECK_FALSE(punycode_decoded(broken));
    CHECK(host_in_letters("www.xn--correos-cza.com") == "www.correíos.com");
    CHECK(host_in_letters("xn--999999999.com") == "xn--999999999.com");
    CHECK(host_in_letters("") == "");
}
