package org.pressmark.fetch;

import java.time.Duration;

/**
 * How long to wait and how much to take. No answer, however slow or long, goes beyond.
 *
 * @param connectTimeout for TCP and TLS each; default 15 s
 * @param readTimeout the longest silence of a server in the midst of its answer; default 30 s
 * @param totalTime for one whole request; a body not ended by then is kept as far as it came; default 120 s; looking up
 *     the host in DNS does not count
 * @param maxBodyBytes length of a body as encoded on the wire; a longer one is cut there; default 256 MiB
 * @param maxHeadBytes length of a response head, interim ones before it counted; a longer one fails; default 64 KiB
 * @param memoryBytes bodies up to this length stay in memory, longer ones go to a file; default 1 MiB
 */
public record FetchLimits(
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTime,
        long maxBodyBytes,
        int maxHeadBytes,
        int memoryBytes) {

    public FetchLimits {
        requireTimeout("connectTimeout", connectTimeout);
        requireTimeout("readTimeout", readTimeout);
        requireTimeout("totalTime", totalTime);
        if (maxBodyBytes < 1 || maxHeadBytes < 1 || memoryBytes < 0) {
            throw FetchException.ofSettings("expected limits above 0 bytes, found: body " + maxBodyBytes + ", head "
                    + maxHeadBytes + ", memory " + memoryBytes);
        }
    }

    public static FetchLimits defaults() {
        return new FetchLimits(
                Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(120), 256L << 20, 64 << 10, 1 << 20);
    }

    public FetchLimits withReadTimeout(Duration readTimeout) {
        return new FetchLimits(connectTimeout, readTimeout, totalTime, maxBodyBytes, maxHeadBytes, memoryBytes);
    }

    public FetchLimits withTotalTime(Duration totalTime) {
        return new FetchLimits(connectTimeout, readTimeout, totalTime, maxBodyBytes, maxHeadBytes, memoryBytes);
    }

    public FetchLimits withMaxBodyBytes(long maxBodyBytes) {
        return new FetchLimits(connectTimeout, readTimeout, totalTime, maxBodyBytes, maxHeadBytes, memoryBytes);
    }

    private static void requireTimeout(String name, Duration value) {
        if (value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE) {
            throw FetchException.ofSettings(name + ": expected a duration from 1 ms to 24 days, found " + value);
        }
    }
}
