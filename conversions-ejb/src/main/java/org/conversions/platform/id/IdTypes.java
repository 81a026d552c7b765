package org.conversions.platform.id;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;

/** Makes every kind of id known to Hibernate, which finds this class as a service. */
public final class IdTypes implements TypeContributor {

    @Override
    public void contribute(TypeContributions types, ServiceRegistry services) {
        types.contributeJavaType(new IdType<>(WorkspaceId.class, WorkspaceId::new));
        types.contributeJavaType(new IdType<>(LinkId.class, LinkId::new));
        types.contributeJavaType(new IdType<>(ClickId.class, ClickId::new));
        types.contributeJavaType(new IdType<>(CustomerId.class, CustomerId::new));
        types.contributeJavaType(new IdType<>(SaleId.class, SaleId::new));
        types.contributeJavaType(new IdType<>(PartnerId.class, PartnerId::new));
        types.contributeJavaType(new IdType<>(ConnectionId.class, ConnectionId::new));
    }
}
