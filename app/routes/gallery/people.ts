export const contact = { name: '周老师', phone: '19900001234', hours: '工作日 9:00–17:00' }
export const enrolmentId = '019a0000-0000-7000-8000-000000000000'
