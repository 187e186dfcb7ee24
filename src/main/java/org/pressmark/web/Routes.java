package org.pressmark.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.ReplayPlace;
import org.pressmark.report.CrawlPage;
import org.pressmark.report.WebPages;

/** Every route on one screen. All but those below /do and the posts of /api only read. */
final class Routes {

    /** Makes an answer of a request. */
    private interface Route {
        Answer answer(Asked asked) throws IOException;
    }

    private final Hosts hosts;
    private final Sharing sharing;
    private final Replay replay;
    private final Map<String, Route> exact = new LinkedHashMap<>();
    private final Map<String, Route> below = new LinkedHashMap<>();

    Routes(Hall hall, Hosts hosts, ServeOptions options, Keeper keeper) {
        Pages pages = new Pages(hall, keeper);
        Chains chains = new Chains(hall, keeper);
        House house = new House(hall, keeper);
        Actions actions = new Actions(hall, keeper);
        Results results = new Results(hall);
        Api api = new Api(hall, keeper);
        Comparisons comparisons = new Comparisons(hall);
        this.hosts = hosts;
        this.sharing = new Sharing(options.readers());
        this.replay = new Replay(hall, hosts, options);
        TimeMaps timeMaps = new TimeMaps(hall, options.timeMapEntries());
        Frame frame = new Frame(hall, hosts);
        Extraction extraction = new Extraction(hall);
        Feeds feeds = new Feeds(hall);
        Cdx cdx = new Cdx(hall);

        exact.put("/", pages::home);
        exact.put("/go", pages::go); //                        ?what=
        exact.put("/search", results::search); //              ?q=&site=&from=&to=&title=&offset=
        exact.put("/page", pages::page); //                    ?url=
        exact.put("/site", pages::site); //                    ?of=&from=
        exact.put("/edits", pages::edits); //                  ?severity=
        exact.put("/sources", house::sources);
        exact.put("/archive", house::archive);
        exact.put("/enter", keeper::enter); //                 ?token=
        exact.put("/capturing", actions::capturing); //        ?url=
        exact.put("/api/openapi.json", api::describe);
        exact.put("/compare", comparisons::compare); //        ?a=&b= and perhaps url=
        exact.put("/apparatus", comparisons::apparatus); //    ?of=&of=&of=
        exact.put("/chain", chains::chain); //                  ?of=
        exact.put("/chain.svg", chains::picture); //            ?of=
        exact.put("/chain.prov.json", chains::prov); //         ?of=
        exact.put("/feed/edits", feeds::edits); //             ?severity=&source=
        exact.put("/cdx", cdx::query); //                      ?url=
        exact.put("/cdx/search/cdx", cdx::wayback); //         ?url=
        exact.put("/crawl", asked -> Answer.page(200, WebPages.crawl(CrawlPage.of(hall.crawls()))));
        exact.put("/metrics", asked -> Answer.text(200, Metrics.TYPE, Metrics.text(hall.crawls())));
        exact.put(WebPages.STYLE_PATH, asked -> asset("text/css", WebPages.style()));
        exact.put(WebPages.SCRIPT_PATH, asked -> asset("text/javascript", WebPages.script()));
        below.put("/api/v1/", api::answer); //                 as /api/openapi.json says
        below.put("/do/", actions::act); //                    by POST
        below.put("/feed/page/", feeds::page); //               <url>
        below.put("/versions/", comparisons::versions); //      <url>
        below.put("/web/timemap/", timeMaps::timeMap); //      <link|json|cdxj>/<url>
        below.put("/web/", replay::web); //                    <timestamp><modifier>/<url> or <url>
        below.put("/wacz/", new Packages(hall)::wacz); //      <timestamp>/<url>
        below.put("/view/", frame::view); //                  <timestamp>/<url>
        below.put("/extract/", extraction::text); //           <timestamp>/<url>
        below.put("/outline/", extraction::outlined); //       <timestamp>/<url>
        below.put("/marked/", extraction::marked); //          <timestamp>/<url>
    }

    /** Whether a path takes a POST. */
    static boolean takesPosts(String path) {
        return path.startsWith("/do/") || path.startsWith("/api/");
    }

    /** The answer to a request that the door let in. */
    Answer answer(Asked asked) throws IOException {
        if (hosts.archived(asked.host())) {
            return archived(asked);
        }
        return Packing.pack(asked, sharing.share(asked, route(asked.path()).answer(asked)));
    }

    /** The answer to a browser that asks what another site's script may ask; empty where none may. */
    Optional<Answer> preflight(Asked asked) {
        return hosts.archived(asked.host()) ? Optional.empty() : sharing.preflight(asked);
    }

    private Route route(String path) {
        return Optional.ofNullable(exact.get(path))
                .or(() -> below.entrySet().stream()
                        .filter(entry -> path.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElse(asked -> Trouble.noPage(path));
    }

    /** Under the name of archived content lies nothing else: no script there may reach our own pages. */
    private Answer archived(Asked asked) throws IOException {
        if (asked.path().equals(ReplayPlace.SHIM)) {
            return Answer.script(WebPages.shim());
        }
        return asked.path().startsWith("/web/") ? replay.web(asked) : Trouble.noPage(asked.path());
    }

    private static Answer asset(String type, String text) {
        return Answer.text(200, type + "; charset=utf-8", text).with("Cache-Control", "max-age=3600");
    }
}
