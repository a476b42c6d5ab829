import type { Delivery } from '@redress/domain';

export interface DeliveryRow {
  data: Delivery;
}

export function toDelivery(row: DeliveryRow): Delivery {
  return row.data;
}
