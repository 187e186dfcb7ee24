package org.pressmark.pipeline;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.pressmark.model.Finding;

/**
 * Turns one item's failure into a recorded fact: one hostile page, stack overflow included, never ends a crawl or a batch.
 * The only place besides the doors that catches everything.
 */
final class Guarded {
    private Guarded() {}

    /**
     * Does the work, or says why it could not be done.
     *
     * @param what the item, for the message, e.g. an address
     * @param work what is to be done for it
     * @param troubles hears of the failure
     * @return the work's result; empty where it failed
     */
    static <T> Optional<T> call(String what, Callable<T> work, Consumer<Finding> troubles) {
        try {
            return Optional.of(work.call());
        } catch (Exception e) {
            Exception told = PipelineException.told(e);
            // Not the item's fault: storage that fails will fail for the next item too.
            if (told instanceof PipelineException known && known.trouble() == PipelineException.Trouble.STORAGE) {
                throw known;
            }
            troubles.accept(finding(what, words(told)));
        } catch (StackOverflowError e) {
            troubles.accept(finding(what, "nested too deeply to be read"));
        } catch (OutOfMemoryError e) {
            troubles.accept(finding(what, "too large to be read in the memory there is"));
        }
        return Optional.empty();
    }

    private static Finding finding(String what, String words) {
        return new Finding(Finding.Level.WARNING, "item-failed", "", -1, what + ": " + words);
    }

    private static String words(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
