package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.model.Article;
import org.pressmark.model.Field;

/** Byline, date, credit and language of small invented pages in many languages. */
class LanguagesTest {
    private static final String PAGES = """
            en | By Jane Roe | 17 July 2024 | Source: Reuters | The council agreed on Tuesday that the bridge would be rebuilt, and that it should be open by the end of the year. | Jane Roe | Reuters
            de | Von Anna Müller | 17. Juli 2024 | Quelle: dpa | Der Rat hat am Dienstag beschlossen, dass die Brücke neu gebaut wird und dass sie bis zum Ende des Jahres für alle offen ist. | Anna Müller | dpa
            fr | Par Anne Dupont | 17 juillet 2024 | Source : AFP | Le conseil a décidé mardi que le pont sera reconstruit et que les travaux dans la ville ne seront pas finis avant la fin de cette année. | Anne Dupont | AFP
            es | Por Ana García | 17 de julio de 2024 | Fuente: EFE | El consejo decidió el martes que el puente se va a reconstruir y que las obras de la ciudad no van a terminar antes de que acabe el año. | Ana García | EFE
            it | di Anna Rossi | 17 luglio 2024 | Fonte: ANSA | Il consiglio ha deciso martedì che il ponte sarà ricostruito e che i lavori non saranno finiti prima della fine di questo anno, come ha detto il sindaco. | Anna Rossi | ANSA
            pt | Por Ana Souza | 17 de julho de 2024 | Fonte: Lusa | O conselho decidiu na terça que a ponte vai ser reconstruída e que as obras da cidade não vão acabar antes do fim do ano, como disse o presidente. | Ana Souza | Lusa
            ru | Автор: Анна Иванова | 17 июля 2024 | Источник: ТАСС | Совет решил во вторник, что мост восстановят и что работы в городе не закончатся до конца года, как сказал мэр на встрече с жителями. | Анна Иванова | TASS
            uk | Автор: Ганна Шевченко | 17 липня 2024 | Джерело: Укрінформ | Рада вирішила у вівторок, що міст відбудують і що роботи в місті не закінчаться до кінця року, як сказав мер на зустрічі з людьми. | Ганна Шевченко | Ukrinform
            pl | Autor: Anna Nowak | 17 lipca 2024 | Źródło: PAP | Rada zdecydowała we wtorek, że most zostanie odbudowany i że prace w mieście nie skończą się do końca roku, jak powiedział burmistrz na spotkaniu. | Anna Nowak | PAP
            nl | Door Anna Jansen | 17 juli 2024 | Bron: ANP | De raad heeft dinsdag besloten dat de brug wordt herbouwd en dat het werk in de stad niet voor het einde van het jaar klaar is, zei de burgemeester. | Anna Jansen | ANP
            tr | Yazan: Ayşe Yılmaz | 17 Temmuz 2024 | Kaynak: İHA | Meclis salı günü köprünün yeniden yapılması için karar aldı ve bu işin yıl sonuna kadar bitmesi gibi bir hedef olduğunu, ancak daha çok para gerektiğini söyledi. | Ayşe Yılmaz | İHA
            ar | بقلم: أحمد علي | ١٧ يوليو ٢٠٢٤ | المصدر: رويترز | قرر المجلس يوم الثلاثاء إعادة بناء الجسر الذي أغلق بعد الفيضان في الربيع الماضي وقال رئيس البلدية إن العمل سيبدأ في مارس المقبل | أحمد علي | Reuters
            zh | 作者：王小明 | 2024年7月17日 | 来源：新华社 | 市议会周二决定重建去年春天洪水后关闭的大桥，工程将于三月开始，市长说道路将在年底前重新开放，所需费用由国家承担三分之二。 | 王小明 | Xinhua
            ja | 文：山田太郎 | 2024年7月17日 | 出典：共同通信 | 市議会は火曜日、昨年春の洪水の後に閉鎖された橋を再建することを決めた。工事は三月に始まり、道路は年末までに再び開通する見込みだと市長は述べた。 | 山田太郎 | Kyodo
            """;

    private static Article read(String[] part) {
        String text = "<p>" + part[4] + "</p>";
        String html =
                "<article><h1>" + part[4].substring(0, 18) + "</h1><p class=byline>" + part[1] + "</p><p class=date>"
                        + part[2] + "</p>" + text + text.replace("<p>", "<p>1. ") + text.replace("<p>", "<p>2. ")
                        + "<p>" + part[3]
                        + "</p></article>";
        return new Extractor()
                .extract(
                        html.getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"),
                        "https://news.example/a");
    }

    private static List<String> values(List<Field> fields) {
        return fields.stream().map(Field::value).toList();
    }

    @Test
    void bylineDateCreditAndLanguageAreFoundInFourteenLanguages() {
        for (String line : PAGES.lines().toList()) {
            String[] part = line.strip().split(" \\| ", -1);
            Article article = read(part);
            assertEquals(List.of(part[5]), values(article.authors()), line);
            assertEquals("2024-07-17", article.published().map(Field::value).orElse(""), line);
            assertEquals(List.of(part[6]), values(article.agencies()), line);
            assertEquals(part[0], article.language(), line);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 जुलाई 2024 | 2024-07-17",
                "17 ביולי 2024 | 2024-07-17",
                "2024년 7월 17일 | 2024-07-17",
                "17 Ιουλίου 2024 | 2024-07-17",
                "17. července 2024 | 2024-07-17",
                "17 juli 2024 | 2024-07-17",
                "17. juli 2024 | 2024-07-17",
                "17. heinäkuuta 2024 | 2024-07-17",
                "2024. július 17. | 2024-07-17",
                "17 iulie 2024 | 2024-07-17",
                "17 Juli 2024 | 2024-07-17",
                "۱۷ ژوئیه ۲۰۲۴ | 2024-07-17"
            })
    void datesOfMoreLanguagesAreRead(String text, String iso) {
        assertEquals(Optional.of(iso), Dates.find(text, "").map(Dates.Found::iso));
    }

    @Test
    void fewWordsGiveNoLanguage() {
        assertEquals("", Language.detect("OK"));
        assertEquals("", Language.detect("xkcd qwrt zzyx plugh foo bar baz quux"));
    }

    @Test
    void relativeDatesAreNoDates() {
        for (String text : List.of("3 hours ago", "hace 3 horas", "today", "gestern", "3小时前")) {
            assertEquals(Optional.empty(), Dates.find(text, ""), text);
        }
    }
}
