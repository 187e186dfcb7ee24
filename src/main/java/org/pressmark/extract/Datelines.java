package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.text.Agencies;

/**
 * Finds where a dateline ends at the beginning of a paragraph: {@code PARIS (AFP) — }, {@code LONDON, 12 July — },
 * {@code МОСКВА, 3 мая. /ТАСС/. }, {@code 新华社北京7月17日电 }. Ordinary sentences have none: without an agency the place must be in
 * capitals or dated.
 */
final class Datelines {
    private static final String DASHES = "-–—―:";

    /** Stands for two hyphens, the typewriter's dash. */
    private static final char DOUBLE = '⸺';

    private static final int REACH = 90;
    /** A wire's place, date and "telegram" in Chinese, with or without the wire's name. */
    private static final Pattern TELEGRAM = Pattern.compile(
            "^[【（(]?\\p{IsHan}{2,12}\\s?\\d{0,4}年?\\s?\\d{1,2}月?\\s?\\d{1,2}日\\s?[电電讯訊][】）)]?\\s*([（(]\\s?(?:记者|記者)[^）)]{1,30}[）)])?\\s*");
    /** {@code 【ワシントン共同】}, {@code 【北京＝田中太郎】}, {@code （中央社記者王小明台北17日電）}. */
    private static final Pattern BRACKET = Pattern.compile("^[【（(\\[]([^】）)\\]]{2,40})[】）)\\]]\\s*");
    /** {@code (서울=연합뉴스) 홍길동 기자 = }. */
    private static final Pattern KOREAN = Pattern.compile(
            "^[(\\[]\\p{IsHangul}[^)\\]=]{0,20}=[^)\\]]{2,30}[)\\]]\\s*(?:[^=.]{2,30}(?:기자|특파원)\\s*=\\s*)?");

    private static final Pattern SLASHED = Pattern.compile("[./]\\s*/([^/]{2,25})/\\s*[.,]?\\s*[-–—]?\\s*");

    private Datelines() {}

    /** One past the last character of the dateline and the gap behind it; empty where there is none. */
    static Optional<Integer> end(String text) {
        int end = wide(text);
        if (end <= 0) {
            end = bracketed(text);
        }
        if (end <= 0) {
            end = slashed(text);
        }
        if (end <= 0) {
            end = dashed(text);
        }
        return end <= 0 ? Optional.empty() : Optional.of(end);
    }

    private static int wide(String text) {
        String head = text.length() > REACH ? text.substring(0, REACH) : text;
        Matcher telegram = TELEGRAM.matcher(head);
        if (telegram.find()) {
            return telegram.end();
        }
        Matcher korean = KOREAN.matcher(head);
        if (korean.find()) {
            return korean.end();
        }
        Matcher bracket = BRACKET.matcher(head);
        if (bracket.find() && wideLetters(bracket.group(1))) {
            String inner = bracket.group(1);
            boolean told = inner.indexOf('＝') > 0
                    || (inner.endsWith("電") || head.charAt(0) == '【')
                            && !Agencies.all().findInCredit(inner).isEmpty();
            return told ? bracket.end() : 0;
        }
        return 0;
    }

    private static boolean wideLetters(String text) {
        return text.chars().anyMatch(c -> c >= 0x3040);
    }

    /** {@code PARIS (AFP) — }, {@code Berlin/Wien (dpa) - }, {@code (Reuters) - }. */
    private static int bracketed(String text) {
        int open = text.indexOf('(');
        if (open < 0 || open >= 60) {
            return 0;
        }
        int close = text.indexOf(')', open);
        if (close < 0
                || close - open >= 40
                || !Lines.endMark(text.substring(open, close + 1))
                || !placeName(text.substring(0, open))) {
            return 0;
        }
        int end = dash(text, close + 1);
        if (end < 0) {
            return open > 0 && capitalised(text.substring(0, open)) ? sentence(text, close + 1) : 0;
        }
        return open == 0 ? Math.max(end, end + Math.max(0, dashed(text.substring(end)))) : end;
    }

    private static boolean capitalised(String head) {
        for (String word : head.strip().split("[ ,/]+", -1)) {
            if (!word.isEmpty() && Character.isLowerCase(word.charAt(0))) {
                return false;
            }
        }
        return true;
    }

    /** Where a sentence begins right behind a bracket and a gap, 0 where none does. */
    private static int sentence(String text, int from) {
        int start = from < text.length() && text.charAt(from) == '.' ? gap(text, from + 1) : gap(text, from);
        return start > from && start < text.length() && !Character.isLowerCase(text.charAt(start)) ? start : 0;
    }

    /** {@code МОСКВА, 3 мая. /ТАСС/. } */
    private static int slashed(String text) {
        String head = text.length() > REACH ? text.substring(0, REACH) : text;
        Matcher slashed = SLASHED.matcher(head);
        return slashed.find()
                        && AgencyNames.part(slashed.group(1)).isPresent()
                        && placeName(head.substring(0, slashed.start()))
                ? slashed.end()
                : 0;
    }

    private static int dashed(String text) {
        int dash = firstDash(text);
        if (dash <= 0 || dash >= 70) {
            return 0;
        }
        String head = text.substring(0, dash).strip();
        int border = Math.max(head.lastIndexOf(','), head.lastIndexOf('/'));
        String last = border < 0 ? head : head.substring(border + 1);
        if (AgencyNames.part(last.strip()).isPresent()) {
            return dash(text, dash);
        }
        int after = dash(text, dash);
        boolean doubled = text.startsWith("--", dash);
        if (!place(head, doubled ? DOUBLE : text.charAt(dash))
                || after < text.length() && Character.isLowerCase(text.charAt(Math.max(0, after)))) {
            return 0;
        }
        return after < 0 ? 0 : Math.max(after, agencyAt(text, after));
    }

    /** {@code МОСКВА, 1 июл — РИА Новости. }: past the agency that stands between dash and stop. */
    private static int agencyAt(String text, int from) {
        String rest = text.substring(from, Math.min(text.length(), from + 50));
        List<Agencies.Found> found = Agencies.all().find(rest);
        if (found.isEmpty() || found.get(0).start() > 0) {
            return from;
        }
        int end = found.get(0).end();
        return end < rest.length() && ".".indexOf(rest.charAt(end)) >= 0 ? gap(text, from + end + 1) : from;
    }

    /** A place in capitals, or one in any letters with a day beside it. */
    private static boolean place(String head, char dash) {
        int comma = head.indexOf(',');
        String place = comma < 0 ? head : head.substring(0, comma);
        String beside = comma < 0 ? "" : head.substring(comma + 1);
        if (place.length() < 3 || Text.words(place) > 4 || place.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        boolean dated = Dates.day(beside);
        if (Text.shouts(place)) {
            boolean wideDash = dash == '—' || dash == '―' || dash == DOUBLE;
            boolean region = !beside.isEmpty()
                    && Text.words(beside) <= 3
                    && Character.isUpperCase(beside.strip().charAt(0));
            return dated || wideDash && place.length() > 3 && !Lexicon.LABEL.is(place) && (beside.isEmpty() || region);
        }
        return dated && PersonNames.capitals(place + " " + place);
    }

    private static boolean placeName(String text) {
        String head = text.strip();
        return head.isEmpty() || head.length() < 60 && Text.words(head) <= 8 && !Character.isLowerCase(head.charAt(0));
    }

    /** Past the dash (or hyphen, or stop) that ends a dateline, −1 where there is none. */
    private static int dash(String text, int from) {
        int i = from;
        while (i < text.length() && (Text.blank(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        int dashes = i;
        while (i < text.length() && DASHES.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i == dashes ? -1 : gap(text, i);
    }

    private static int gap(String text, int from) {
        int i = from;
        while (i < text.length() && Text.blank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int firstDash(String text) {
        for (int i = 0; i < Math.min(text.length(), 80); i++) {
            char c = text.charAt(i);
            boolean spaced = i > 0 && text.charAt(i - 1) == ' ';
            if (c == '—' || c == '–' || c == '―' || c == '-' && spaced) {
                return i;
            }
        }
        return -1;
    }
}
