package org.pressmark.cli;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command's options, and apart from them those that every command takes: else the few of its own are lost among them. */
final class OptionList implements IHelpSectionRenderer {
    /** The field of {@link BaseCommand} by which the common options are mixed in. */
    private static final String COMMON = "common";

    @Override
    public String render(Help help) {
        CommandSpec spec = help.commandSpec();
        CommandSpec mixin = spec.mixins().get(COMMON);
        if (mixin == null) {
            return help.optionList();
        }
        Predicate<OptionSpec> common = option -> mixin.optionsMap().containsKey(option.longestName());
        return options(help, common.negate().and(OptionList::outsideTitledGroups))
                + help.optionListGroupSections()
                + String.format("%nAs for every command:%n")
                + options(help, common);
    }

    private static boolean outsideTitledGroups(OptionSpec option) {
        return option.group() == null || option.group().heading() == null;
    }

    private static String options(Help help, Predicate<OptionSpec> which) {
        List<OptionSpec> options = help.commandSpec().options().stream()
                .filter(which)
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .toList();
        Layout layout = help.createDefaultLayout(help.commandSpec().options(), List.of(), help.colorScheme());
        layout.addOptions(options, help.createDefaultParamLabelRenderer());
        return layout.toString();
    }
}
