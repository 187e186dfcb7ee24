package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Years that are counted from another beginning, where the era is named: 令和5年, 民國112年, พ.ศ. 2566. */
final class Eras {
    /** By the first part of their names. */
    private static final Map<String, List<Era>> KNOWN = Words.lines("eras").stream()
            .map(Era::of)
            .collect(Collectors.groupingBy(era -> era.name().get(0)));

    private static final int LONGEST = 4;

    private Eras() {}

    /**
     * An era.
     *
     * @param name its parts as they stand one after the other
     * @param before the common year before its first
     */
    private record Era(List<String> name, int before) {
        static Era of(String line) {
            int space = line.lastIndexOf(' ');
            return new Era(
                    Dates.bits(line.substring(0, space)).stream()
                            .map(Dates.Bit::text)
                            .toList(),
                    Integer.parseInt(line.substring(space + 1)));
        }
    }

    /** The bits of a text, with each era and the number behind it made one: the year of the common era. */
    static List<Dates.Bit> resolved(List<Dates.Bit> bits) {
        List<Dates.Bit> out = new ArrayList<>(bits.size());
        for (int i = 0; i < bits.size(); i++) {
            Dates.Bit bit = bits.get(i);
            for (Era era : KNOWN.getOrDefault(bit.text(), List.of())) {
                int year = i + era.name().size();
                if (!bit.digits() && year < bits.size() && stands(era, bits, i) && counts(bits.get(year))) {
                    int number = Math.max(1, bits.get(year).number()) + era.before();
                    bit = new Dates.Bit(
                            String.format(Locale.ROOT, "%04d", number),
                            bit.start(),
                            bits.get(year).end(),
                            number);
                    i = year;
                    break;
                }
            }
            out.add(bit);
        }
        return out;
    }

    /** A number, or the sign for the first year. */
    private static boolean counts(Dates.Bit year) {
        return year.digits() && year.number() > 0 && year.text().length() <= LONGEST
                || year.text().equals("元");
    }

    private static boolean stands(Era era, List<Dates.Bit> bits, int at) {
        for (int k = 0; k < era.name().size(); k++) {
            if (!bits.get(at + k).text().equals(era.name().get(k))) {
                return false;
            }
        }
        return true;
    }
}
