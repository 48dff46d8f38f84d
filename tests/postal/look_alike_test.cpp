#include "postal/look_alike.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "postal/brand_row.h"
#include "postal/message_check.h"
#include "postal/skeleton.h"

using namespace postal;

namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(" \n", at);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
        words.emplace_back(text.substr(begin, end - begin));
        at = end;
    }
    return words;
}

MessageHost host_of_link(const std::string& host) {
    const MessageCheck check = check_message("https://" + host + "/x", {});
    REQUIRE(check.hosts.size() == 1);
    return check.hosts[0];
}

bool has(const MessageHost& host, MessageRule rule) {
    return std::any_of(host.reasons.begin(), host.reasons.end(),
                       [rule](const MessageReason& reason) { return reason.rule == rule; });
}

}  // namespace

// Hosts below were made up for these tests in the manner of public reports; none was taken from a feed.

TEST_CASE("an official address inside another one is named first") {
    for (const std::string& host : words_of(R"(
        usps.com-trackabc.top usps.com.parcel-fee.top www.usps.com.evil.example tools-usps-com.info usps-com.top
        royalmail.com.redelivery.click royalmail-com.site dhl.com.pay-zoll.top dhl-de.com.paket.xyz my.dhl.de.track.icu
        fedex.com-delivery.vip evri.com.reschedule.cc dpd.co.uk.parcel.help laposte.fr.colis.shop correos.es.envio.click
        poste.it.spedizione.top ems.com.cn.query.top auspost.com.au-track.com canadapost-postescanada.ca.fee.info
        post.at.sendung.top post.ch.paket.click postnl.nl-betaal.com ctt.pt.alfandega.top correios.com.br.taxa.site
        japanpost.jp.ne.top ups.com.track.cfd emiratespost.ae.fees.top singpost.com.pay.top indiapost.gov.in.update.top
        www.chinapost.com.cn.ems.icu inpost.pl.paczka.top)")) {
        CAPTURE(host);
        const MessageHost found = host_of_link(host);
        CHECK(found.verdict == MessageVerdict::lookalike);
    }
    CHECK(has(host_of_link("usps.com-trackabc.top"), MessageRule::embeds_official));
    CHECK(host_of_link("usps.com-trackabc.top").registrable == "com-trackabc.top");
    CHECK(has(host_of_link("post.at.sendung.top"), MessageRule::embeds_official));
}

TEST_CASE("a brand's name in somebody else's host is a look-alike") {
    for (const std::string& host : words_of(R"(
        usps-redelivery.com uspsparcel.top usps.track-fee.icu my-usps.info uspostal-service.com uspsus.cfd usps24.vip
        royalmail-fee.com royal-mail.help royalmailparcel.co royalmail.redelivery.site theroyalmail.info
        dhl-parcel.info dhlzoll.top mydhl-express.site dhl.customs-pay.com paket-dhl.de.com dhl2u.xyz deutschepost-sendung.top
        fedex-shipment.org fedexdelivery.vip tracking-fedex.top federalexpress-pay.com
        ups-delivery.com ups.parcel.top my-ups.site upstracking24.com ups-pay.info upsexpress.icu track-ups.com
        dpd-delivery.top mydpd.info dpd-parcel.click dpdlocal-redelivery.com dpd.colis.site dpdpaket.shop
        evri-redelivery.com myevri.top evriparcel.site evri.track.icu evri-uk.cc
        gls-paket.com gls-parcel.top myglsparcel.site glsgroup-pay.com
        hermes-parcel.com myhermes-delivery.top hermes.paket.site
        correos-envio.com correos-aduana.top envio-correos.info correosexpress-pago.com mi-correos.site
        laposte-colis.com colissimo-suivi.top chronopost-livraison.site mon-colissimo.info chronopost.colis.click mondialrelay-colis.top
        posteitaliane-pacco.com poste-italiane.top posteitaliane.spedizione.site
        postnl-betaling.com mijn-postnl.site postnlpakket.top bpost-pakket.com bpost.zending.top
        postnord-leverans.com postnord-pakke.top postnord.tracking.icu
        canadapost-delivery.com canada-post.info postescanada-colis.top
        auspost-parcel.com auspost.redelivery.top australiapost-fee.site australia-post.help
        nzpost-fee.com nz-post.top japanpost-jp.top japan-post.info yubinkyoku.top kuronekoyamato-jp.com sagawa-express.top
        chinapost-ems.com china-post.info chinaems.top ems-tracking.com ems-parcel.top
        correios-taxa.com correios-rastreio.top rastreamento-correios.site
        ctt-encomenda.com ctt-taxas.top cttexpresso-pagamento.site ctt-pt.click
        inpost-paczka.com inpost-doplata.top paczkomat-doplata.com pocztapolska-doplata.top poczta-polska.site pocztex-kurier.com
        swisspost-paket.com swiss-post.top anpost-customs.com anpost.redelivery.top an-post.info
        indiapost-update.com india-post.top indiapostgov.top singpost-delivery.com sing-post.top
        hongkongpost-hk.com hkpost-pay.top emiratespost-pay.com israelpost-fee.top aramex-delivery.com aramexpay.top
        ptt-kargo.com pttkargo-odeme.top posti-paketti.top elta-courier.top omniva-delivery.top
        packeta-pay.com zasilkovna-platba.com gls.track.shop sfexpress-pay.com cainiao-fee.top
        thailandpost-pay.com postashqiptare-fee.top ukrposhta-oplata.com russianpost-pay.com novaposhta-pay.top
        usps.vercel.app dhl-track.pages.dev royalmail.web.app correos.netlify.app evritcb.top dpdmqb.cyou)")) {
        CAPTURE(host);
        CHECK(host_of_link(host).verdict == MessageVerdict::lookalike);
    }
}

TEST_CASE("letters that only look like a brand's are seen through") {
    struct Case {
        const char* host;
        const char* brand;
    };
    constexpr Case cases[] = {
        {"uѕpѕ.com", "usps"},
        {"սsps.com", "usps"},
        {"c0rreos.com", "correos"},
        {"correós.com", "correos"},
        {"corre0s-envio.top", "correos"},
        {"roya1mail.com", "royal_mail"},
        {"royaimail.com", "royal_mail"},
        {"royalrnail.com", "royal_mail"},
        {"royałmail.com", "royal_mail"},
        {"fеdex.com", "fedex"},
        {"fedéx.com", "fedex"},
        {"dһl.com", "dhl"},
        {"ԁhl.com", "dhl"},
        {"ch1napost.com", "china_post"},
        {"chlnapost.top", "china_post"},
        {"laposțe.fr", "la_poste"},
        {"cоlissimo.com", "la_poste"},
        {"posteitaiiane.com", "poste_italiane"},
        {"cоrreios.com", "correios"},
        {"usρs.com", "usps"},
        {"royalmaıl.com", "royal_mail"},
        {"uspš.com", "usps"},
        {"dhľ.com", "dhl"},
        {"dpđ.com", "dpd"},
        {"pοstnord.com", "postnord"},
        {"5fexpress.com", "sf_express"},
    };
    for (const Case& one : cases) {
        CAPTURE(std::string(one.host));
        const MessageHost found = host_of_link(one.host);
        CHECK(found.verdict == MessageVerdict::lookalike);
        REQUIRE(found.brand != no_brand);
        CHECK(brand(found.brand).id == one.brand);
    }
    CHECK(skeleton("rn") == skeleton("m"));
    CHECK(skeleton("Cl0") == "Clo");
    CHECK(skeleton("é") == "e");
    CHECK(skeleton("") == "");
}

TEST_CASE("one slip in a long name is similar, and no more than suspicious") {
    for (const std::string& host :
         words_of("royalmal.com royallmail.com ryoalmail.com colisimo.com collissimo.top correoos.com "
                  "chronopst.com "
                  "canadapst.com australiapots.com postnrod.com purolater.com hongkongpsot.com")) {
        CAPTURE(host);
        const MessageHost found = host_of_link(host);
        CHECK(found.verdict == MessageVerdict::suspicious);
        CHECK(has(found, MessageRule::similar_name));
    }
    CHECK(is_one_slip_away("abc", "abc"));
    CHECK(is_one_slip_away("abc", "acb"));
    CHECK(is_one_slip_away("abc", "ab"));
    CHECK(is_one_slip_away("", "a"));
    CHECK_FALSE(is_one_slip_away("abcd", "badc"));
    CHECK_FALSE(is_one_slip_away("abc", "a"));
}

TEST_CASE("hosts that are no post's and imitate none are unknown") {
    for (const std::string& host : words_of(R"(
        google.com www.amazon.de wikipedia.org bbc.co.uk startups.com groups.google.com pickups.com upside.com backups.io
        cups.org popups.net gls.uni-example.de mgls.org systems.com items.net items.co gems.com memes.com stems.org ems.org
        hermes.com hermes-museum.org ctt.org ptt.cc ptt.com posti.net postings.com poster.com postman.com postgresql.org
        posten.example washingtonpost.com huffpost.com nypost.com jpost.com blogpost.com outpost.com signpost.co.uk
        devries.nl connaisseur.fr seurat.org monsieur.com contract.com contractor.net ontracks.com yamaha.com
        delivery.com parcel.io express.com speedtest.net tracking.example courier.net couriers.org mail.com mail.ru
        correctos.es corredores.com correlation.org deutsche-bank.de deutschlandfunk.de royal.uk royalsociety.org
        inpostal.example paineposta.example airmail.com gmail.com hotmail.com fastmail.com hubspot.com compost.org
        aposteriori.org impostor.net laposada.com apostille.net colis.com sandhills.com handhold.org usposts.example
        evriholder.com everify.com severity.com devrig.io dpdk.org gpd.com ldpd.org sdpdx.org updated.com cupdate.com
        tntdrama.com tnt.org dynamite.com brt.org sda.org mrw.net epost.org yodelling.com singpraise.com
        münchen.de пример.рф παράδειγμα.gr 例え.jp 中国.cn شبكة.example bücher.example.de façade.fr
        indianexpress.com chinadaily.com.cn hkpositive.org japantimes.co.jp australia.com canada.ca nz.com
        post.example post.io poste.org poczta.onet.pl poczta.wp.pl correo.ugr.es correo.example.com posta.example)")) {
        CAPTURE(host);
        const MessageHost found = host_of_link(host);
        CHECK(found.verdict == MessageVerdict::unknown);
    }
}

TEST_CASE("a brand's bare name under another country's ending is unknown, under a free one a look-alike") {
    for (const char* host : {"dhl.pt", "dhl.com.mx", "ups.co.nz", "fedex.com.br", "dpd.ro", "gls.hu",
                             "usps.us", "royalmail.uk"}) {
        CAPTURE(host);
        CHECK(host_of_link(host).verdict == MessageVerdict::unknown);
    }
    for (const char* host :
         {"dhl.tk", "fedex.cc", "usps.top", "usps.cn", "dpd.vip", "royalmail.de", "dhl.xyz"}) {
        CAPTURE(host);
        CHECK(host_of_link(host).verdict == MessageVerdict::lookalike);
    }
    for (const char* host : {"usps.gov.example.gov", "royalmail.gov.uk", "chinapost.gov.cn", "dhl.post"}) {
        CAPTURE(host);
        CHECK(host_of_link(host).verdict == MessageVerdict::unknown);  // given to checked bodies only
    }
}

TEST_CASE("scripts mixed inside one label are suspicious, whole words of another script are not") {
    CHECK(host_of_link("exаmple.com").verdict == MessageVerdict::suspicious);
    CHECK(has(host_of_link("exаmple.com"), MessageRule::mixed_scripts));
    CHECK(host_of_link("пример.example.com").verdict == MessageVerdict::unknown);
}

namespace {

struct Made {
    const char* kind;
    int goal;  ///< percent that must be flagged; 0: only told
    std::vector<std::string> hosts;
};

std::string utf8(char32_t point) {
    return {static_cast<char>(0xC0 | (point >> 6)), static_cast<char>(0x80 | (point & 0x3F))};
}

/// The kinds of dnstwist, made from every official domain of a brand with a name of four letters and more.
std::vector<Made> made_from(const std::string& name, const std::string& ending) {
    std::vector<Made> kinds = {{"homoglyph", 95, {}},    {"cyrillic", 95, {}},  {"dictionary", 95, {}},
                               {"hyphenation", 95, {}},  {"subdomain", 0, {}},  {"addition", 0, {}},
                               {"omission", 0, {}},      {"repetition", 0, {}}, {"replacement", 0, {}},
                               {"transposition", 0, {}}, {"insertion", 0, {}},  {"vowel-swap", 0, {}},
                               {"tld-swap", 95, {}}};
    const auto at = [&](std::size_t i, const std::string& with, std::size_t length) {
        return name.substr(0, i) + with + name.substr(i + length) + "." + ending;
    };
    constexpr struct {
        char from;
        const char* to;
    } glyphs[] = {{'o', "0"},  {'l', "1"}, {'i', "1"}, {'s', "5"}, {'m', "rn"},
                  {'d', "cl"}, {'e', "é"}, {'a', "á"}, {'o', "ö"}, {'u', "ü"}};
    constexpr struct {
        char from;
        char32_t to;
    } cyrillic[] = {{'a', U'а'}, {'c', U'с'}, {'e', U'е'}, {'o', U'о'}, {'p', U'р'},
                    {'s', U'ѕ'}, {'x', U'х'}, {'y', U'у'}, {'h', U'һ'}, {'i', U'і'}};
    for (std::size_t i = 0; i < name.size(); ++i) {
        for (const auto& glyph : glyphs)
            if (name[i] == glyph.from) kinds[0].hosts.push_back(at(i, glyph.to, 1));
        for (const auto& glyph : cyrillic)
            if (name[i] == glyph.from) kinds[1].hosts.push_back(at(i, utf8(glyph.to), 1));
        if (i > 0) kinds[3].hosts.push_back(at(i, "-", 0));
        if (i > 0) kinds[4].hosts.push_back(at(i, ".", 0));
        kinds[6].hosts.push_back(at(i, "", 1));
        kinds[7].hosts.push_back(at(i, std::string(1, name[i]), 0));
        kinds[8].hosts.push_back(at(i, "q", 1));
        if (i + 1 < name.size() && name[i] != name[i + 1])
            kinds[9].hosts.push_back(at(i, {name[i + 1], name[i]}, 2));
        kinds[10].hosts.push_back(at(i, "w", 0));
        for (const char vowel : {'a', 'e', 'i', 'o', 'u'}) {
            if (std::string("aeiou").find(name[i]) != std::string::npos && vowel != name[i])
                kinds[11].hosts.push_back(at(i, std::string(1, vowel), 1));
        }
    }
    for (const char* word : {"delivery", "parcel", "track", "pay", "support", "customs"}) {
        kinds[2].hosts.push_back(name + "-" + word + "." + ending);
        kinds[2].hosts.push_back(word + name + "." + ending);
    }
    for (const char letter : {'a', 's', 'x', '1'}) kinds[5].hosts.push_back(name + letter + "." + ending);
    for (const char* free : {"top", "vip", "xyz", "cc", "info", "icu", "tk", "cf"})
        kinds[12].hosts.push_back(name + "." + free);
    return kinds;
}

}  // namespace

TEST_CASE("made-up look-alikes of each kind: the share that is flagged") {
    std::vector<Made> totals;
    std::vector<int> flagged;
    for (const BrandNameRow& row : brand_name_rows) {
        const std::string name(text_of(row.name));
        if (row.kind != NameKind::name || name.size() < 4) continue;
        const auto made = made_from(name, "com");
        if (totals.empty()) totals.resize(made.size()), flagged.resize(made.size());
        for (std::size_t kind = 0; kind < made.size(); ++kind) {
            totals[kind].kind = made[kind].kind;
            totals[kind].goal = made[kind].goal;
            for (const std::string& host : made[kind].hosts) {
                const auto check = check_message("https://" + host, {});
                totals[kind].hosts.push_back(host);
                flagged[kind] +=
                    check.verdict == MessageVerdict::lookalike || check.verdict == MessageVerdict::suspicious
                        ? 1
                        : 0;
            }
        }
    }
    for (std::size_t kind = 0; kind < totals.size(); ++kind) {
        const int count = static_cast<int>(totals[kind].hosts.size());
        MESSAGE(std::string(totals[kind].kind) << ": " << flagged[kind] << " of " << count);
        CHECK(flagged[kind] * 100 >= totals[kind].goal * count);
    }
}

TEST_CASE("companies of a similar name are no look-alikes, hosts that hold their names are") {
    for (const std::string_view host :
         {"dhlink.com", "www.dhlink.com", "eagledhl.com", "track.qyunexpress.com"}) {
        CAPTURE(host);
        CHECK_FALSE(look_alike(host).has_value());
        CHECK_FALSE(owner_of(host).has_value());
    }
    for (const std::string_view host :
         {"eagledhl.com.top", "eagledhl.net", "my-dhlink.com", "dhlink.com-a.top"}) {
        CAPTURE(host);
        CHECK(look_alike(host).has_value());
    }
    REQUIRE(owner_of("www.yanwenexpress.com"));
    CHECK(owner_of("www.yanwenexpress.com")->ownership == Ownership::likely);
}
