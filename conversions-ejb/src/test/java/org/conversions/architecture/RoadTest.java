package org.conversions.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * The stations of the road. A package uses only those before it; the way back is a CDI event that an earlier package
 * fires and a later one observes.
 */
@AnalyzeClasses(packages = "org.conversions", importOptions = ImportOption.DoNotIncludeTests.class)
class RoadTest {

    private static final List<String> ROAD = List.of(
            "money", "platform", "platform.id", "platform.database", "platform.database.embedded", "platform.queue", "platform.secret",
            "platform.log", "platform.query", "platform.work", "platform.partition", "address", "platform.mail", "workspace", "audit",
            "platform.idempotency", "access", "account", "account.reset", "account.invitation", "access.oauth",
            "setup", "exchange", "overview",
            "link.domain", "link.tag", "link.folder", "link", "link.directory", "click.visit", "click.redirect", "click", "click.recorder", "customer", "attribution",
            "lead", "sale.product", "sale.draft", "sale.entry", "sale", "sale.refund", "sale.restatement", "tracking", "partner", "partner.application", "partner.tag", "reward", "reward.discount", "commission", "commission.click",
            "partner.move", "bounty", "payout", "payout.profile", "partner.deal", "payout.file", "payout.statement", "portal.program",
            "portal.member", "portal.invitation", "portal.login", "portal.notice", "portal", "stripe.object", "stripe.event",
            "stripe.api", "stripe.connect", "stripe.merchant", "stripe.promotion", "stripe.buyer", "stripe.subscription", "stripe.payment", "stripe.refund",
            "stripe.lookup", "stripe.transfer",
            "stripe.lane", "stripe.inbox", "stripe.inbox.work", "stripe.inbox.waiting", "stripe.inbox.view", "stripe.catchup", "statistics", "report", "report.total", "report.customer",
            "report.object", "report.stream", "report.check", "share", "sample");

    @ArchTest
    static void aPackageUsesOnlyThoseBeforeIt(JavaClasses house) {
        for (int station = 0; station < ROAD.size() - 1; station++) {
            noClasses().that().resideInAPackage(at(ROAD.get(station))).should().dependOnClassesThat()
                    .resideInAnyPackage(at(ROAD.subList(station + 1, ROAD.size()))).check(house);
        }
    }

    @ArchTest
    static final ArchRule moneyDependsOnNothing = classes().that().resideInAPackage(at("money"))
            .should().onlyDependOnClassesThat().resideInAnyPackage("org.conversions.money", "java.lang..", "java.math");

    @ArchTest
    static final ArchRule statisticsListenToTheRoadAndNotToStripe = noClasses().that().resideInAPackage(at("statistics"))
            .should().dependOnClassesThat().resideInAPackage("org.conversions.stripe..");

    @ArchTest
    static final ArchRule everyClassHasItsStation = classes().that().doNotHaveSimpleName("package-info")
            .should().resideInAnyPackage(at(ROAD));

    @ArchTest
    static final ArchRule noPackagesUseEachOther = slices().matching("org.conversions.(**)").should().beFreeOfCycles();

    private static String at(String station) {
        return "org.conversions." + station;
    }

    private static String[] at(List<String> stations) {
        return stations.stream().map(RoadTest::at).toArray(String[]::new);
    }
}
