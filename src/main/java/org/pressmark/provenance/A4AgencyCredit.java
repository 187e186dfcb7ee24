package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Place;
import org.pressmark.text.Agencies;

/**
 * Rule A4: the page credits an agency (byline, dateline, source line, end mark, ©). It says that the agency's item is an
 * ancestor, and nothing of the sites between.
 */
final class A4AgencyCredit {
    static final String RULE = "A4";
    static final double WEIGHT = 3;
    /** "With inputs from" names one of several sources. */
    static final double PART = 1.5;

    private static final Set<Kind> KINDS = EnumSet.of(
            Kind.BYLINE,
            Kind.SOURCE_CREDIT,
            Kind.FIRST_APPEARED,
            Kind.AGENCY_DATELINE,
            Kind.COPYRIGHT,
            Kind.JSONLD_AUTHOR,
            Kind.JSONLD_PUBLISHER);

    private A4AgencyCredit() {}

    static List<Statement> of(Copy copy) {
        List<Statement> out = new ArrayList<>();
        for (Claim claim : copy.claims()) {
            boolean credit = KINDS.contains(claim.kind()) && A1ExplicitAddress.counts(claim) && namesAgency(claim);
            if (credit && !copy.agencySite().equals(claim.agent())) {
                double weight = claim.rule().equals("claim.with-inputs") ? PART : WEIGHT;
                String words = copy.label() + " credits " + claim.value() + ": " + Words.quote(claim) + ".";
                out.add(new Statement(copy, claim, RULE, weight, words));
            }
        }
        return out;
    }

    static boolean namesAgency(Claim claim) {
        return claim.agent().flatMap(Agencies.all()::agency).isPresent();
    }

    /** True where two lines of the page credit different agencies and no line names them together. */
    static boolean contradictory(List<Statement> statements) {
        Map<Place, Set<String>> byLine = new LinkedHashMap<>();
        for (Statement statement : statements) {
            if (statement.weight() == WEIGHT) {
                byLine.computeIfAbsent(statement.claim().evidence().place(), line -> new HashSet<>())
                        .add(statement.claim().value());
            }
        }
        List<Set<String>> lines = new ArrayList<>(byLine.values());
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                Set<String> both = new HashSet<>(lines.get(i));
                both.retainAll(lines.get(j));
                if (both.isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }
}
