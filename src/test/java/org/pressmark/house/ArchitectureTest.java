package org.pressmark.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.lucene.search.LeafCollector;

/** The rules of docs/ARCHITECTURE.md that a machine can keep. */
@AnalyzeClasses(packages = "org.pressmark", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] GROUND = {
        "org.pressmark.model..", "org.pressmark.text..", "org.pressmark.markup..", "org.pressmark.json.."
    };
    private static final String[] DOORS = {"org.pressmark.cli..", "org.pressmark.web.."};
    private static final String PIPELINE = "org.pressmark.pipeline..";

    @ArchTest
    static final ArchRule groundStandsOnNothing = noClasses()
            .that()
            .resideInAnyPackage(GROUND)
            .should()
            .dependOnClassesThat(resideInAPackage("org.pressmark..").and(not(resideInAnyPackage(GROUND))))
            .because("the ground carries the rooms, not the other way round");

    @ArchTest
    static final ArchRule modelImportsOnlyJava = classes()
            .that()
            .resideInAPackage("org.pressmark.model..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.pressmark.model..", "org.jspecify.annotations.."))
            .because("the nouns must outlive every library");

    @ArchTest
    static final ArchRule roomsDoNotKnowEachOther = slices().matching("org.pressmark.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage(DOORS), resideInAPackage("org.pressmark.."))
            .ignoreDependency(resideInAPackage(PIPELINE), resideInAPackage("org.pressmark.."))
            .ignoreDependency(resideInAPackage("org.pressmark.."), resideInAnyPackage(GROUND))
            .because("a room can then be read, tested and replaced alone; the hall introduces them");

    @ArchTest
    static final ArchRule nothingImportsADoor = noClasses()
            .that()
            .resideOutsideOfPackages(DOORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOORS)
            .because("people come in by the doors; the house does not lean on them");

    @ArchTest
    static final ArchRule webDoesNotKnowCli = noClasses()
            .that()
            .resideInAPackage("org.pressmark.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.pressmark.cli..")
            .allowEmptyShould(true)
            .because("cli starts web, not the other way round");

    @ArchTest
    static final ArchRule doorsEnterByTheHall = noClasses()
            .that()
            .resideInAnyPackage(DOORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.pressmark.fetch..",
                    "org.pressmark.crawl..",
                    "org.pressmark.archive..",
                    "org.pressmark.extract..",
                    "org.pressmark.compare..",
                    "org.pressmark.reuse..",
                    "org.pressmark.provenance..",
                    "org.pressmark.store..",
                    "org.pressmark.replay..",
                    "org.pressmark.pdf..",
                    "org.pressmark.search..",
                    "org.pressmark.ledger..",
                    "org.pressmark.notify..",
                    "org.pressmark.audit..")
            .because("a door turns words into verbs of the hall; it reaches no room but report and config");

    @ArchTest
    static final ArchRule noRingBetweenPackages =
            slices().matching("org.pressmark.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sqlOnlyInStore = noClasses()
            .that()
            .resideOutsideOfPackage("org.pressmark.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.postgresql..")
            .because("one room speaks to the database");

    @ArchTest
    static final ArchRule okHttpOnlyInFetch = onlyIn("okhttp3..", "org.pressmark.fetch..");

    @ArchTest
    static final ArchRule robotsOnlyInFetch = onlyIn("crawlercommons..", "org.pressmark.fetch..");

    @ArchTest
    static final ArchRule jwarcOnlyInArchive = onlyIn("org.netpreserve.jwarc..", "org.pressmark.archive..");

    @ArchTest
    static final ArchRule re2OnlyInWeb = onlyIn("com.google.re2j..", "org.pressmark.web..");

    @ArchTest
    static final ArchRule jsoupOnlyInExtractAndReplay =
            onlyIn("org.jsoup..", "org.pressmark.extract..", "org.pressmark.replay..");

    @ArchTest
    static final ArchRule pdfBoxOnlyInPdf = onlyIn("org.apache.pdfbox..", "org.pressmark.pdf..");

    @ArchTest
    static final ArchRule luceneOnlyInSearch = onlyIn("org.apache.lucene..", "org.pressmark.search..");

    @ArchTest
    static final ArchRule jettyOnlyInWeb = onlyIn("org.eclipse.jetty..", "org.pressmark.web..");

    @ArchTest
    static final ArchRule templatesOnlyInReport = onlyIn("gg.jte..", "org.pressmark.report..");

    @ArchTest
    static final ArchRule picocliOnlyInCli = onlyIn("picocli..", "org.pressmark.cli..");

    @ArchTest
    static final ArchRule zstdOnlyWhereBytesAreUnpacked =
            onlyIn("com.github.luben..", "org.pressmark.archive..", "org.pressmark.markup..");

    @ArchTest
    static final ArchRule brotliOnlyInMarkup = onlyIn("org.brotli..", "org.pressmark.markup..");

    @ArchTest
    static final ArchRule bouncyCastleOnlyInLedgerAndArchive =
            onlyIn("org.bouncycastle..", "org.pressmark.ledger..", "org.pressmark.archive..");

    @ArchTest
    static final ArchRule yamlOnlyInConfig = onlyIn("org.snakeyaml..", "org.pressmark.config..");

    @ArchTest
    static final ArchRule mailOnlyInNotify = onlyIn("jakarta.mail..", "org.pressmark.notify..");

    @ArchTest
    static final ArchRule standardStreamsOnlyInCli = noClasses()
            .that()
            .resideOutsideOfPackage("org.pressmark.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .because("only the command line owns the process");

    @ArchTest
    static final ArchRule clockOnlyInPipeline = noClasses()
            .that()
            .resideOutsideOfPackages("org.pressmark.pipeline..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, ThreadLocalRandom.class)
            .because("time, chance and new names are handed in from the hall, so that every room is repeatable");

    @ArchTest
    static final ArchRule modelHasNoMutableState = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.pressmark.model..")
            .should()
            .beFinal()
            .because("a noun does not change");

    @ArchTest
    static final ArchRule noPublicMutableFields =
            fields().that().arePublic().should().beFinal().because("nobody else's hand belongs on a field");

    @ArchTest
    static final ArchRule noSetters = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.pressmark..")
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(Socket.class) // fetch wraps a TLS socket, setters and all
            .and()
            .areDeclaredInClassesThat()
            .areNotAssignableTo(LeafCollector.class) // Lucene hands a collector its scorer so
            .should()
            .haveNameMatching("set[A-Z].*")
            .because("values are made whole");

    private static ArchRule onlyIn(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library lives in its room alone, so that it can be replaced there");
    }
}
