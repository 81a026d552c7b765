package org.conversions.portal.notice;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conversions.money.Money;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.Mailer;
import org.conversions.portal.member.Notice;

/** Tells partners' people what their partners earned since the last mail. */
@Stateless
public class CommissionNotices {

    @Inject
    private NoticeReaders readers;
    @Inject
    private Mailer mailer;

    /** Writes one mail to each person who wants it. @param earned of one workspace, one or more */
    public void tell(WorkspaceId workspaceId, Collection<Earned> earned) {
        Map<PartnerId, List<Earned>> byPartner = earned.stream().collect(Collectors.groupingBy(Earned::partnerId));
        readers.of(workspaceId, byPartner.keySet(), Notice.NEW_COMMISSION).forEach((partner, people) -> {
            List<Earned> theirs = byPartner.get(partner);
            people.forEach(person -> mailer.send(person.earned(sums(theirs), theirs.size())));
        });
    }

    /** @return one for each currency, in the order of their codes */
    static List<Money> sums(List<Earned> earned) {
        return earned.stream().collect(Collectors.groupingBy(one -> one.earnings().currency(), TreeMap::new,
                        Collectors.summingLong(one -> one.earnings().minor()))).entrySet().stream()
                .map(sum -> new Money(sum.getValue(), sum.getKey())).toList();
    }
}
