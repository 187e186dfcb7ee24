package org.pressmark.cli;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Capture;
import org.pressmark.pipeline.Chosen;
import org.pressmark.pipeline.Reference;

/** Says which capture answers, where it is not just the one that was asked for. */
final class ChoiceWords {
    private ChoiceWords() {}

    /** Lines for standard error; none where address and time are those asked for. */
    static List<String> of(Reference.Stored asked, Chosen choice) {
        List<String> out = new ArrayList<>();
        Capture capture = choice.capture();
        if (!choice.distance().isZero()) {
            out.add("pressmark: no capture at " + asked.when() + "; the nearest of " + choice.captures() + " is of "
                    + capture.date() + ", " + choice.distanceInWords());
        }
        if (choice.match() == Chosen.Match.FUZZY) {
            out.add("pressmark: not stored under this address; what follows is stored under one that is like it: "
                    + capture.url());
        }
        return out;
    }

    /** One line on the capture, whatever was asked for. */
    static String line(Chosen choice) {
        Capture capture = choice.capture();
        String time = choice.distance().isZero() ? "time as asked" : choice.distanceInWords() + " than asked";
        return "pressmark: capture of " + capture.date() + ", " + time + ", address "
                + choice.match().word()
                + (choice.match() == Chosen.Match.EXACT ? "" : " (" + capture.url() + ")") + ", 1 of "
                + choice.captures();
    }
}
