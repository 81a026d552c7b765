/** Pictures of addresses: QR codes as PNG and SVG, drawn without any of the desktop's classes. */
package org.conversions.web.api.qr;
