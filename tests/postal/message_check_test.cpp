#include "postal/message_check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

using namespace postal;

namespace {

bool has(const MessageCheck& check, MessageRule rule) {
    const auto is_rule = [rule](const MessageReason& reason) { return reason.rule == rule; };
    return std::any_of(check.reasons.begin(), check.reasons.end(), is_rule) ||
           std::any_of(check.hosts.begin(), check.hosts.end(), [&](const MessageHost& host) {
               return std::any_of(host.reasons.begin(), host.reasons.end(), is_rule);
           });
}

MessageCheck checked(std::string_view text) { return check_message(text, {}); }

std::string_view id_of(std::string_view text) { return message_verdict_id(checked(text).verdict); }

/// Written for these tests in the manner of posts' and carriers' own notices; no real message.
constexpr std::string_view synthetic_genuine[] = {
    "USPS: your package is out for delivery today. Track it at "
    "https://tools.usps.com/go/TrackConfirmAction?tLabels=EE123456785US",
    "USPS 92055901755477000000000015, Delivered, Front door 1:14pm. Reply STOP to cancel.",
    "USPS Informed Delivery: 3 mail pieces arriving soon. https://informeddelivery.usps.com",
    "Royal Mail: We'll be delivering your parcel today between 10:12 and 12:12. "
    "https://www.royalmail.com/track-your-item",
    "Royal Mail: There is a customs fee to pay before we can deliver your item. Pay at "
    "https://www.royalmail.com/receiving-mail/pay-a-fee or with the grey card we left.",
    "Your Parcelforce Worldwide parcel will be delivered today. https://www.parcelforce.com/track-trace",
    "DPD: your parcel will be delivered today by Sam between 13:01 - 14:01. Change your delivery at "
    "https://www.dpd.co.uk/",
    "Evri: your parcel has been delivered to your safe place. See photo at https://www.evri.com/track",
    "DHL: Ihre Sendung kommt heute zwischen 12:00 und 15:00 Uhr. https://www.dhl.de/sendungsverfolgung",
    "DHL: Ihre Sendung liegt in der Packstation 123 zur Abholung bereit. Ihr Code wird in der App angezeigt.",
    "Deutsche Post: Ihr Einschreiben wurde am 3. Mai zugestellt. Details: "
    "https://www.deutschepost.de/sendung",
    "Hermes: Dein Paket wird heute zugestellt. Verfolge es unter https://www.myhermes.de/",
    "GLS: Ihr Paket wird morgen zugestellt. https://gls-group.eu/DE/de/paketverfolgung",
    "DPD: Ihr Paket kommt heute. Live-Tracking: https://www.dpd.com/de",
    "Colissimo : votre colis sera livré aujourd'hui. Suivez-le sur "
    "https://www.laposte.fr/outils/suivre-vos-envois",
    "La Poste : votre lettre recommandée vous attend au bureau de poste à partir de demain 10h. "
    "Munissez-vous d'une pièce d'identité.",
    "Chronopost : votre colis est en cours de livraison. "
    "https://www.chronopost.fr/tracking-no-cms/suivi-page",
    "Mondial Relay : votre colis est disponible au point relais jusqu'au 12/05. https://www.mondialrelay.fr",
    "Correos: su envío será entregado hoy. Consulte el estado en "
    "https://www.correos.es/es/es/herramientas/localizador/envios",
    "Correos: tiene un envío en la oficina de Calle Mayor 3. Puede recogerlo con su DNI hasta el 15/06.",
    "SEUR: tu pedido se entregará hoy entre las 16:00 y las 17:00. https://www.seur.com/livetracking",
    "Poste Italiane: la spedizione è in consegna oggi. https://www.poste.it/cerca/index.html",
    "BRT: la tua spedizione verrà consegnata domani. https://www.brt.it",
    "GLS Italy: la tua spedizione è in consegna. https://www.gls-italy.com",
    "CTT: o seu objeto EE123456785PT está em distribuição. https://www.ctt.pt",
    "Correios: seu objeto saiu para entrega. Acompanhe em https://rastreamento.correios.com.br",
    "InPost: paczka czeka w Paczkomacie WAW01A. Kod odbioru znajdziesz w aplikacji.",
    "InPost: Twoja paczka jest w drodze. https://inpost.pl/sledzenie-przesylek",
    "Poczta Polska: przesyłka EE123456785PL jest do odbioru w UP Warszawa 1. "
    "https://emonitoring.poczta-polska.pl",
    "PostNL: je pakket wordt vandaag tussen 14:00 en 16:00 bezorgd. https://jouw.postnl.nl/track-and-trace",
    "bpost: uw pakje ligt klaar in het afhaalpunt. https://track.bpost.cloud",
    "PostNord: ditt paket finns att hämta. https://www.postnord.se",
    "Posten: pakken din er klar til henting. https://sporing.posten.no",
    "Posti: pakettisi on noudettavissa. https://www.posti.fi/seuranta",
    "Die Schweizerische Post: Ihre Sendung wird heute zugestellt. https://service.post.ch/ekp-web",
    "Österreichische Post: Ihr Paket wird heute zugestellt. https://www.post.at/sv/sendungssuche",
    "An Post: your item will be delivered today. https://www.anpost.com",
    "AusPost: Your parcel is on its way and will be delivered today. https://auspost.com.au/mypost/track",
    "Canada Post: Your item is out for delivery. https://www.canadapost-postescanada.ca/track-reperage/en",
    "Postes Canada : votre article est sorti pour livraison. https://www.canadapost-postescanada.ca",
    "NZ Post: your parcel has been delivered. https://www.nzpost.co.nz/tools/tracking",
    "日本郵便：お荷物を配達しました。https://trackings.post.japanpost.jp",
    "クロネコヤマト：お荷物のお届け予定は本日です。https://www.kuronekoyamato.co.jp",
    "佐川急便：お荷物をお届けしました。https://www.sagawa-exp.co.jp",
    "【中国邮政】您的邮件EE123456785CN已到达营业部，今日派送，请保持电话畅通。查询请拨11183。",
    "【EMS】您的快件已签收，感谢使用。官网 https://www.ems.com.cn",
    "【顺丰】您的快件正在派送中，详情 https://www.sf-express.com",
    "【菜鸟】您的包裹已到达驿站，请凭取件码领取。",
    "Hongkong Post: your item is ready for collection at the post office. https://www.hongkongpost.hk",
    "SingPost: your item has been delivered to your letterbox. https://www.singpost.com/track-items",
    "India Post: article EE123456785IN is out for delivery. https://www.indiapost.gov.in",
    "Emirates Post: your shipment will be delivered today. https://www.emiratespost.ae",
    "Aramex: your shipment is out for delivery. https://www.aramex.com/track",
    "Israel Post: your parcel is waiting for you at the post office. https://israelpost.co.il",
    "UPS Update: Your package will arrive today 2:00 PM - 6:00 PM. https://www.ups.com/track",
    "FedEx: Your package is on the way, scheduled delivery Thursday. https://www.fedex.com/fedextrack",
    "OnTrac: your package was delivered. https://www.ontrac.com",
    "Purolator: your shipment is on its way. https://www.purolator.com",
    "Packeta: Vaše zásilka je připravena k vyzvednutí. https://www.packeta.com",
    "PTT Kargo: gönderiniz dağıtıma çıkmıştır. https://gonderitakip.ptt.gov.tr",
    "Your order has been shipped with DHL. You will receive it on Friday.",
    "Your grocery delivery arrives between 6 and 7 pm. Thank you for your order.",
};

/// Written for these tests in the manner of public warnings; no real message.
constexpr std::string_view synthetic_fraud[] = {
    "USPS: your package could not be delivered due to an incomplete address. Update it within 24 hours: "
    "https://postal-addr.top/i",
    "Your parcel is held at the depot. Pay the shipping fee of $1.99 now: http://bit.ly/3xYz",
    "The USPS package has arrived at the warehouse and cannot be delivered due to incomplete address "
    "information. Please reply Y, then reopen the link: https://us-pos.xin/usa",
    "Royal Mail: your parcel is awaiting a £1.45 payment. To rebook your delivery visit parcels-rebook.com",
    "EVRi: we missed you. Reschedule at evri.parcels-uk.com within 24 hours or it will be returned to sender",
    "La Poste : votre colis n'a pas pu être livré. Réglez les frais de 1,95 € ici : "
    "https://colis-suivi-info.com",
    "Votre colis est bloqué en douane, payez les frais : http://185.12.4.9/colis",
    "Correos: su paquete está retenido. Pague las tasas de aduana de 1,79€ en https://envios-es.click",
    "Correos: su dirección es incorrecta, actualice su dirección en 24 horas: https://mi-paquete.info",
    "DHL: Ihr Paket konnte nicht zugestellt werden. Bezahlen Sie 1,99 EUR Zollgebühren: "
    "https://zustellung-info.com",
    "Ihre Sendung wird zurückgehalten. Bitte aktualisieren Sie Ihre Adresse: https://paket-de.click/x",
    "Poste Italiane: il tuo pacco è in giacenza. Paga 1,99€ per sbloccare la consegna: "
    "https://pacco-info.top",
    "Il pacco non è stato consegnato per indirizzo incompleto, aggiorna il tuo indirizzo: "
    "http://consegna24.info",
    "CTT: a sua encomenda está retida na alfândega. Pague 2,99€ em https://encomendas-pt.com",
    "Correios: sua encomenda foi taxada. Pague a taxa para liberar: https://liberar-objeto.online",
    "InPost: Twoja paczka została wstrzymana z powodu niepełnego adresu. Dopłać 1,20 zł: "
    "https://paczka-doplata.info",
    "Poczta Polska: przesyłka wstrzymana, ureguluj należność 3,50 zł: https://przesylka-info.top",
    "PostNL: uw pakket kon niet worden bezorgd. Betaal de invoerkosten van 2,95 EUR: https://pakket-nl.info",
    "Uw pakket wordt vastgehouden, bevestig uw adres binnen 24 uur: https://bezorg-update.com",
    "【中国邮政】您的包裹因地址不完整无法派送，请在24小时内更新地址：https://cn-post.vip/a",
    "您的国际快递被海关扣留，请支付关税：http://ems-cn.xyz/pay",
    "お荷物のお届けにあがりましたが不在のため持ち帰りました。ご確認ください http://abc-def.duckdns.org",
    "日本郵便：住所不明のため配達できません。住所を更新してください https://jppost-re.top",
    "DHL: pay customs duty at https://dhl.com.customs-pay.top",
    "Your package is on hold: hxxps://usps[.]com-track[.]top",
    "Update your address for your parcel: https://usps.com@parcel-fix.top/a",
};

}  // namespace

TEST_CASE("notices in the manner of posts themselves are neither look-alikes nor suspicious") {
    for (const std::string_view text : synthetic_genuine) {
        CAPTURE(text);
        const MessageCheck check = checked(text);
        CHECK(check.verdict != MessageVerdict::lookalike);
        CHECK(check.verdict != MessageVerdict::suspicious);
        if (!check.hosts.empty()) CHECK(check.verdict == MessageVerdict::official);
    }
}

TEST_CASE(
    "messages in the manner of known frauds are flagged in ten languages, with reasons that point into "
    "them") {
    for (const std::string_view text : synthetic_fraud) {
        CAPTURE(text);
        const MessageCheck check = checked(text);
        CHECK((check.verdict == MessageVerdict::lookalike || check.verdict == MessageVerdict::suspicious));
        CHECK_FALSE(check.reasons.empty());
        CHECK(std::is_sorted(check.reasons.begin(), check.reasons.end(),
                             [](const auto& one, const auto& other) {
                                 return message_rule_weight(one.rule) > message_rule_weight(other.rule);
                             }));
        for (const MessageReason& reason : check.reasons)
            CHECK((reason.begin <= reason.end && reason.end <= text.size()));
    }
}

TEST_CASE("ordinary texts hold nothing to check") {
    for (const std::string_view text :
         {"", "Hi, are we still on for lunch at 12.30?", "ok so what", "ich komme um 5.", "data: 12/05",
          "Note: see chapter 3", "明天见", "I.e. this", "v1.2.3 is out", "a.m. or p.m."}) {
        CAPTURE(text);
        CHECK(id_of(text) == "nothing");
    }
}

TEST_CASE("links are found as people write and copy them") {
    struct Case {
        std::string_view text;
        std::string_view host;
        std::string_view linked;
    };
    constexpr Case cases[] = {
        {"go to https://a.example.com/x?y=1.", "a.example.com", "https://a.example.com/x?y=1"},
        {"see www.example.com, thanks", "www.example.com", "www.example.com"},
        {"(example.com/a)", "example.com", "example.com/a"},
        {"HTTPS://EXAMPLE.COM", "example.com", "HTTPS://EXAMPLE.COM"},
        {"hxxp://example[.]com/a", "example.com", "hxxp://example[.]com/a"},
        {"example(dot)com/a", "example.com", "example(dot)com/a"},
        {"usps .com/a", "usps.com", "usps .com/a"},
        {"parcel-fix. top/a", "parcel-fix.top", "parcel-fix. top/a"},
        {"Rebook. Collection-35.com", "collection-35.com", "Collection-35.com"},
        {"mail info@example.com now", "example.com", "example.com"},
        {"请点击https://example.com/a查看", "example.com", "https://example.com/a"},
        {"官网example.com。", "example.com", "example.com"},
        {"ｅｘａｍｐｌｅ．ｃｏｍ", "example.com", "ｅｘａｍｐｌｅ．ｃｏｍ"},
        {"http://3232235777/x", "192.168.1.1", "http://3232235777/x"},
        {"http:\\\\example.com\\a", "example.com", "http:\\\\example.com\\a"},
        {"https://a:b@example.com/", "example.com", "https://a:b@example.com/"},
        {"<a href=\"https://example.com/a\">", "example.com", "https://example.com/a"},
        {"exam\u200Bple.com/a", "example.com", "exam\u200Bple.com/a"},
        {"https://exam­ple.com", "example.com", "https://exam­ple.com"},
        {"münchen.de/a", "xn--mnchen-3ya.de", "münchen.de/a"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        const MessageCheck check = checked(one.text);
        REQUIRE(check.hosts.size() == 1);
        CHECK(check.hosts[0].host == one.host);
        CHECK(one.text.substr(check.hosts[0].begin, check.hosts[0].end - check.hosts[0].begin) == one.linked);
    }
    CHECK(checked("It arrived.It was late, sorry.Me too").hosts.empty());
    CHECK(checked("file.txt and readme.docx and 12.05.2024 and 3.14").hosts.empty());
    CHECK(checked("https://a.com https://b.com https://a.com/2").hosts.size() == 2);
}

TEST_CASE("an official host hidden by how it is written is not called official") {
    for (const std::string_view text :
         {"https://x@usps.com/", "http:\\\\usps.com\\x", "https://us%70s.com/", "https://us\u200Bps.com/"}) {
        CAPTURE(text);
        const MessageCheck check = checked(text);
        REQUIRE(check.hosts.size() == 1);
        CHECK(check.hosts[0].host == "usps.com");
        CHECK(check.verdict != MessageVerdict::official);
    }
    CHECK(id_of("https://usps.com./x") == "official");
    CHECK(id_of("ｕｓｐｓ．ｃｏｍ") == "official");
}

TEST_CASE("what is no web address, or a number for a host, is suspicious") {
    for (const std::string_view text :
         {"javascript:alert(1)", "data:text/html,<b>", "vbscript:x", "intent://a#b", "file://server/a",
          "http://10.0.0.1/", "http://[::1]/a"}) {
        CAPTURE(text);
        CHECK(id_of(text) == "suspicious");
    }
    CHECK(has(checked("https://bit.ly/x"), MessageRule::shortener));
    CHECK(has(checked("https://x.pages.dev/"), MessageRule::shared_hosting));
    CHECK(has(checked("https://example.com:8443/"), MessageRule::odd_port));
    CHECK(has(checked("https://example.com/?u=https://evil.example"), MessageRule::address_inside));
    CHECK(has(checked("http://example.com/"), MessageRule::not_encrypted));
    CHECK(has(checked("https://a.b.c.d.e.example.com/"), MessageRule::long_host));
}

TEST_CASE("behind \"data:\" no more is read than a media type has letters") {
    // RFC 6838 section 4.2; a text full of "data:" is read in linear time by this.
    const std::string longest = "data:text/" + std::string(250, 'a');
    CHECK(id_of(longest + ",x") == "suspicious");
    CHECK(id_of(longest + "a,x") == "nothing");
}

TEST_CASE("names are known as they are written") {
    struct Case {
        std::string_view text;
        std::string_view brand;
    };
    constexpr Case cases[] = {
        {"Your UPS parcel", "ups"},
        {"your ups and downs", ""},
        {"groups", ""},
        {"the U.S. Postal service", "usps"},
        {"von der Osterreichische Post", "austrian_post"},
        {"von der ÖSTERREICHISCHE  POST", "austrian_post"},
        {"Zásilkovna: balík", "packeta"},
        {"your Hermes parcel", "hermes"},
        {"a hermes scarf", ""},
        {"a mail by royal mail", "royal_mail"},
        {"您的顺丰快递", "sf_express"},
        {"Ваша Нова Пошта", "nova_poshta"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        CHECK(checked(one.text).safe_route.brand == brand_of_id(one.brand));
    }
}

TEST_CASE("our own knowledge of numbers is told") {
    const std::array<WatchedItem, 2> items = {WatchedItem{"EE123456785CN", true},
                                              WatchedItem{"RR473124829GB", false}};
    const MessageContext context{items, {}};
    CHECK(has(check_message("Your parcel EE123456785CN is held, pay now", context),
              MessageRule::number_delivered));
    CHECK(has(check_message("RR473124829GB is on its way", context), MessageRule::number_watched));
    CHECK(has(checked("Your parcel EE123456789CN is here"), MessageRule::number_wrong));
    CHECK(has(checked("UPS parcel EE123456785CN"), MessageRule::number_other_post));
    CHECK_FALSE(has(checked("USPS parcel EE123456785CN"), MessageRule::number_other_post));
    CHECK(has(checked("Your parcel is here"), MessageRule::no_number));
    CHECK_FALSE(has(checked("Your parcel EE123456785CN is here"), MessageRule::no_number));
    const MessageCheck check = checked("Your parcel EE123456785CN is here");
    REQUIRE(check.numbers.size() == 1);
    CHECK(check.numbers[0].number == "EE123456785CN");
}

TEST_CASE("only a confirmed hotline is noted, and a note weighs nothing") {
    CHECK(has(checked("邮件查询请拨11183"), MessageRule::official_phone));
    CHECK(has(checked("Call USPS at 1-800-275-8777"), MessageRule::official_phone));
    CHECK_FALSE(has(checked("Call USPS at 1-800-275-8778"), MessageRule::official_phone));
    CHECK_FALSE(has(checked("Call 911183"), MessageRule::official_phone));
    CHECK(message_rule_weight(MessageRule::official_phone) == 0);
}

TEST_CASE("the safe route is the official host of whom the message claims to be from") {
    CHECK(checked("USPS: pay here https://x.example").safe_route.host == "usps.com");
    CHECK(checked("https://usps.com-track.top").safe_route.host == "usps.com");
    CHECK(check_message("Your parcel", {{}, "FR"}).safe_route.host == "laposte.fr");
    CHECK(check_message("Your parcel", {{}, "fedex"}).safe_route.host == "fedex.com");
    CHECK(checked("Your parcel").safe_route.host.empty());
    CHECK(check_message("https://x.example", {{}, "nobody"}).safe_route.host.empty());
}

TEST_CASE("damaged, endless and empty texts have a clear result") {
    CHECK(has(checked("parcel \xFF\xFE https://example.com"), MessageRule::not_utf8));
    CHECK(has(checked(std::string_view("a\0b", 3)), MessageRule::not_utf8));
    const std::string large(10'000'000, 'a');
    CHECK(has(checked(large), MessageRule::cut_off));
    std::string cut(message_limit - 1, ' ');
    cut += "é";
    CHECK_FALSE(has(checked(cut), MessageRule::not_utf8));
    std::string many;
    for (int i = 0; i < 500; ++i) many += "a" + std::to_string(i) + ".com ";
    CHECK(checked(many).hosts.size() == 64);
    CHECK(has(checked("https://" + std::string(300, 'a') + ".com"), MessageRule::unreadable));
    CHECK(id_of("https://example.com") == "unknown");  // not on our list is never "safe"
}

TEST_CASE("every rule has an id of its own") {
    for (int one = 0; one < message_rule_count; ++one) {
        CHECK_FALSE(message_rule_id(static_cast<MessageRule>(one)).empty());
        for (int other = 0; other < one; ++other) {
            CHECK(message_rule_id(static_cast<MessageRule>(one)) !=
                  message_rule_id(static_cast<MessageRule>(other)));
        }
    }
}
